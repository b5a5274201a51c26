import type { IncomingMessage } from 'node:http'
import express, { type Express } from 'express'
import type { Context } from './context'
import type { Middleware } from './middleware'
import { basePathOf, createWebRouter, lazily } from './web'

/**
 * The stand-alone server: pages and API at their base path, and nothing else. A proxy in front may pass paths on as they
 * are, or without the base path: either way pages link to where browsers find them.
 */
export function createApp(context: Context): Express {
  const app = bareApp(context)
  const router = createRouter(context)
  const base = basePathOf(context.config.publicUrl)
  if (base !== '') app.use(base, router)
  app.use('/', router)
  return app
}

/**
 * The pages inside another application, wherever it mounts them and whatever it is made with: they bring their own
 * Express, whose requests and responses are not those of Express 4. Unless TRUSTED_PROXIES says which proxies are
 * believed, that is the other application's to say.
 */
export function createMountedApp(context: Context): Middleware {
  const app = bareApp(context)
  app.use(createRouter(context))
  const asksHost = context.config.trustedProxies.length === 0

  return (req, res, next) => {
    const [request, response] = [prototypeOf(req), prototypeOf(res)]
    const trust: unknown = asksHost ? hostOf(req)?.get('trust proxy fn') : undefined
    if (typeof trust === 'function') app.set('trust proxy', trust)
    app(req as express.Request, res as express.Response, (error?: unknown) => {
      Object.setPrototypeOf(req, request)
      Object.setPrototypeOf(res, response)
      next(error)
    })
  }
}

/** Pages, and the API, of which a server that only registers people loads nothing. */
function createRouter(context: Context) {
  const loadApi = () => import('./api/index.js')
  const api = lazily(async () => (await loadApi()).createApiRouter(context))
  return createWebRouter(context, {
    api,
    readApiContents: async () => (await loadApi()).listOperations(),
  })
}

function bareApp({ config }: Context): Express {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag') // nothing we send may be stored
  app.set('trust proxy', [...config.trustedProxies])
  app.set('case sensitive routing', true)
  return app
}

const prototypeOf = (thing: object) => Object.getPrototypeOf(thing) as object | null

/** Both lines of Express put themselves there; others do not. */
const hostOf = (req: IncomingMessage) => (req as { app?: { get(name: string): unknown } }).app
