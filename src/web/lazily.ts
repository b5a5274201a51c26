import type { RequestHandler } from 'express'

/**
 * What stands behind this address is loaded when somebody first comes to it. A server that registers people carries
 * nothing of the console until an administrator signs in: that is a tenth of its memory, and of its start.
 */
export function lazily(load: () => Promise<RequestHandler>): RequestHandler {
  let loading: Promise<RequestHandler> | undefined
  return (req, res, next) => {
    loading ??= load()
    loading.then((handler) => handler(req, res, next)).catch(next)
  }
}
