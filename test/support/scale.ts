/** `npm run test:full` uses the figures as they are; `npm test` about a tenth of them. */
export const isFull = process.env['FULL'] === '1'
export const scaled = (figure: number, least = 1): number =>
  isFull ? figure : Math.max(least, Math.round(figure / 10))
