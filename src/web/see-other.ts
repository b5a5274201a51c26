import type { Response } from 'express'

/** Express's own redirect negotiates a page that no browser shows: a third of what opening a link costs. */
export function seeOther(res: Response, path: string): void {
  res.status(303).set('Location', path).end()
}
