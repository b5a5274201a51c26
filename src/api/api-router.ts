import { json, type RequestHandler, Router } from 'express'
import type { Context } from '../context'
import { AppError } from '../shared/errors'
import { describeApi } from './openapi'
import type { Operation } from './operation'
import { operations } from './operations'
import { problemAnswers } from './problem'
import { sendJson } from './send-json'
import { admit, serve } from './serve'

/** A thousand keys with everything that keys can carry. */
const longestBody = '8mb'

/** HR's door: everything the console does, for programs. To be mounted at `/api/v1`. */
export function createApiRouter(context: Context): Router {
  const router = Router({ caseSensitive: true })
  const readBody = json({ limit: longestBody, strict: false })
  let description: unknown
  router.get('/openapi.json', (req, res) => {
    description ??= describeApi(context.config.publicUrl)
    return sendJson(req, res, description)
  })
  router.all('/openapi.json', takesOnly(['get']))
  for (const [path, those] of byPath(operations)) {
    for (const operation of those) {
      router[operation.method](
        path,
        async (req, res, next) => {
          await admit(context, operation, req, res)
          next()
        },
        readBody,
        (req, res) => serve(context, operation, req, res),
      )
    }
    router.all(path, takesOnly(those.map(({ method }) => method)))
  }
  router.use(() => {
    throw new AppError('NOT_FOUND', 'the API has nothing at this address: see /api/v1/openapi.json')
  })
  router.use(problemAnswers(context))
  return router
}

/** As the router writes paths, those without parameters before those that would swallow them. */
function byPath(all: readonly Operation[]): [string, Operation[]][] {
  const paths = new Map<string, Operation[]>()
  for (const operation of all) {
    const path = operation.path.replaceAll(/\{(\w+)\}/g, ':$1')
    paths.set(path, [...(paths.get(path) ?? []), operation])
  }
  return Array.from(paths).sort(([one], [other]) => Number(one.includes(':')) - Number(other.includes(':')))
}

/** What an address takes (RFC 9110 §15.5.6); pages of other origins are told nothing that would let them call it. */
function takesOnly(methods: readonly Operation['method'][]): RequestHandler {
  const allowed = [
    ...methods.flatMap((method) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()])),
    'OPTIONS',
  ]
  return (req, res) => {
    res.set('Allow', allowed.join(', '))
    if (req.method !== 'OPTIONS')
      throw new AppError('METHOD_NOT_ALLOWED', `this address takes ${allowed.join(', ')}`)
    res.status(204).end()
  }
}
