/** Where a list of the newest keys goes on after one of them, as its own `next` says it. */
export const newestAfter = (uid: string | undefined): string | undefined =>
  uid === undefined ? undefined : Buffer.from(JSON.stringify([uid, null])).toString('base64url')
