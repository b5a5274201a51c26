import type { Request, Response } from 'express'
import type { Permission } from '../../shared/permissions'
import type { Desk, FrontDesk } from './desk'

/**
 * One address of the console. Who may use it is data, so that one list says it all: a test reads the list and fails
 * for a route that it has no expectation of.
 */
export type ConsoleRoute = OpenRoute | GuardedRoute

interface Address {
  /** Forms know no others. */
  method: 'get' | 'post'
  /** Below `/console`. */
  path: string
}

/** For whoever comes along: signing in. */
export interface OpenRoute extends Address {
  may: 'anyone'
  handle(req: Request, res: Response, desk: FrontDesk): void | Promise<void>
}

export interface GuardedRoute extends Address {
  may: 'signed-in' | Permission
  handle(req: Request, res: Response, desk: Desk): void | Promise<void>
}
