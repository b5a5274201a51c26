import express, { type Express } from 'express'
import type { Context } from './context'
import { basePathOf, createWebRouter } from './web'

/** The stand-alone server: the pages at their base path, and nothing else. */
export function createApp(context: Context): Express {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag') // nothing we send may be stored
  app.set('trust proxy', [...context.config.trustedProxies])
  app.set('case sensitive routing', true)
  app.use(basePathOf(context.config.publicUrl) || '/', createWebRouter(context))
  return app
}
