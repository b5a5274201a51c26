/** Until somebody presses Ctrl-C, or the system asks us to end. */
export function askedToStop(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
}

/** Pauses of something that goes on until then; another Ctrl-C ends it at once. */
export function pausesUntilStopped(
  pause: (ms: number, signal: AbortSignal) => Promise<void>,
): (ms: number) => Promise<'go on' | 'stop'> {
  const stopping = new AbortController()
  const { signal } = stopping
  void askedToStop().then(() => stopping.abort())
  return async (ms) => {
    try {
      await pause(ms, signal)
    } catch (error) {
      if (!signal.aborted) throw error
    }
    return signal.aborted ? 'stop' : 'go on'
  }
}
