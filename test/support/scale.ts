/** `npm run test:full` uses the figures as they are; `npm test` about a tenth of them. */
export const isFull = process.env['FULL'] === '1'
export const scaled = (figure: number, least = 1): number =>
  isFull ? figure : Math.max(least, Math.round(figure / 10))

/**
 * Of several ways to look at the same thing, `npm test` takes the first: put that there in which most goes wrong, and
 * not the same in every file.
 */
export const looks = <Look>(all: readonly Look[]): Look[] => all.filter((_, index) => isFull || index === 0)

/** Of many combinations, `npm test` takes every n-th: with an n that shares no factor with a list, all of it is met. */
export const everyNth = <One>(all: readonly One[], n: number): One[] =>
  all.filter((_, index) => isFull || index % n === 0)
