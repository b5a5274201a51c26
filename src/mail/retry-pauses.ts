const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** Growing, for three days and a little: the time RFC 5321 §4.5.4.1 gives a mail (four to five days, with theirs). */
const pausesMs = [
  minuteMs,
  5 * minuteMs,
  15 * minuteMs,
  hourMs,
  4 * hourMs,
  ...Array.from({ length: 6 }, () => 12 * hourMs),
]

/** How long to wait after so many attempts; undefined: it has been tried often enough. */
export const pauseAfter = (attempts: number): number | undefined => pausesMs[attempts - 1]
