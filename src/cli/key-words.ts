/** What is said of a key that was put on hold; one that is revoked does not come back to life by that. */
export const linesOfPaused = (uid: string, isRevoked: boolean): string =>
  isRevoked ? `Key ${uid} is revoked, and stays so.` : `Paused key ${uid}.`

export const linesOfResumed = (uid: string, isRevoked: boolean): string =>
  isRevoked ? `Key ${uid} is revoked, and stays so.` : `Resumed key ${uid}.`
