import { json, Router } from 'express'
import type { Context } from '../context'
import { AppError } from '../shared/errors'
import { describeApi } from './openapi'
import { operations } from './operations'
import { problemAnswers } from './problem'
import { admit, serve } from './serve'

/** A thousand keys with everything that keys can carry. */
const longestBody = '8mb'

/** HR's door: everything the console does, for programs. To be mounted at `/api/v1`. */
export function createApiRouter(context: Context): Router {
  const router = Router({ caseSensitive: true })
  const readBody = json({ limit: longestBody, strict: false })
  router.get('/openapi.json', (_req, res) => void res.json(describeApi(context.config.publicUrl)))
  for (const operation of operations) {
    const path = operation.path.replaceAll(/\{(\w+)\}/g, ':$1')
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
  router.use(() => {
    throw new AppError('NOT_FOUND', 'the API has nothing at this address: see /api/v1/openapi.json')
  })
  router.use(problemAnswers(context))
  return router
}
