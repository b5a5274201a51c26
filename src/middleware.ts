import type { IncomingMessage, ServerResponse } from 'node:http'

/** What an application mounts, in the types of Node alone: who uses the module need not have those of Express. */
export type Middleware = (req: IncomingMessage, res: ServerResponse, next: (error?: unknown) => void) => void
