import ejs from 'ejs'
import type { Request, Response } from 'express'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type Language, type Messages, messagesFor, negotiateLanguage } from '../shared/i18n'
import type { PageView, Views } from './views'

const projectRoot = path.join(__dirname, '../..')
export const assetsDirectory = path.join(projectRoot, 'public')
export const viewsDirectory = path.join(projectRoot, 'views')

/** What a page adds to what all pages have. */
export type Own<Name extends keyof Views> = Omit<Views[Name], Exclude<keyof PageView, 'title'>>

export interface Pages {
  /** The dictionary of the person who asks. */
  messages(req: Request): Messages
  languageOf(req: Request): Language
  /** Answers this request in that language, whatever the browser likes best; undefined changes nothing. */
  speak(req: Request, language: Language | undefined): void
  /** Changes when an asset does. */
  assetVersion: string
  show<Name extends keyof Views>(req: Request, res: Response, name: Name, view: Own<Name>): void
}

/** Templates are compiled once: they do not change while the server runs. */
export function createPages({ base, defaultLanguage }: { base: string; defaultLanguage: Language }): Pages {
  const templates = compileTemplates()
  const assetVersion = fingerprintAssets()
  const spoken = new WeakMap<Request, Language>()
  const languageOf = (req: Request) =>
    spoken.get(req) ?? negotiateLanguage(req.headers['accept-language'], defaultLanguage)

  return {
    messages: (req) => messagesFor(languageOf(req)),
    languageOf,
    speak: (req, language) => {
      if (language !== undefined) spoken.set(req, language)
    },
    assetVersion,
    show: (req, res, name, view) => {
      const language = languageOf(req)
      const page: PageView = { language, t: messagesFor(language), base, title: view.title, assetVersion }
      res.vary('Accept-Language')
      res.set('Content-Language', language)
      res.type('html').send(templates[name]({ ...view, ...page }))
    },
  }
}

function compileTemplates(): Record<keyof Views, ejs.TemplateFunction> {
  const compile = (name: keyof Views) => {
    const filename = path.join(viewsDirectory, `${name}.ejs`)
    return ejs.compile(readFileSync(filename, 'utf8'), { filename, cache: true, views: [viewsDirectory] })
  }
  return {
    register: compile('register'),
    done: compile('done'),
    waiting: compile('waiting'),
    confirm: compile('confirm'),
    code: compile('code'),
    refusal: compile('refusal'),
    error: compile('error'),
  }
}

function fingerprintAssets(): string {
  const hash = createHash('sha256')
  for (const file of readdirSync(assetsDirectory).sort())
    hash.update(readFileSync(path.join(assetsDirectory, file)))
  return hash.digest('hex').slice(0, 12)
}
