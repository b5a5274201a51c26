import ejs from 'ejs'
import type { Request, Response } from 'express'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import {
  directions,
  type Language,
  languageFrom,
  type Messages,
  messagesFor,
  negotiateLanguage,
} from '../shared/i18n'
import { fingerprint } from './assets'
import { type BrandConfig, type BrandView, brandViewOf } from './brand'
import { createCookieJar } from './cookie-jar'
import { type LanguageSwitch, languageSwitchOf } from './language-switch'
import type { PageView, Views } from './views'

const projectRoot = path.join(__dirname, '../..')
export const assetsDirectory = path.join(projectRoot, 'public')
export const viewsDirectory = path.join(projectRoot, 'views')

/** What a page adds to what all pages have. */
export type Own<Name extends keyof Views> = Omit<Views[Name], Exclude<keyof PageView, 'title'>>

export interface Pages {
  /** The dictionary of the person who asks. */
  messages(req: Request): Messages
  /** What the person chose, what the key says, what the browser likes best, or that of the instance: the first there is. */
  languageOf(req: Request): Language
  /** The key's own language, or that of the page before; undefined changes nothing. */
  speak(req: Request, language: Language | undefined): void
  /** What this person chose on a page, now or some other day. */
  chosenBy(req: Request): Language | undefined
  /** Takes the choice for this answer, and for the next year where there are cookies; undefined changes nothing. */
  choose(req: Request, res: Response, language: Language | undefined): void
  brand: BrandView
  languageSwitch(req: Request, language: Language, formId?: string): LanguageSwitch
  /** Changes when an asset does. */
  assetVersion: string
  show<Name extends keyof Views>(req: Request, res: Response, name: Name, view: Own<Name>): void
}

interface PagesDeps extends BrandConfig {
  base: string
  publicUrl: string
  defaultLanguage: Language
}

const choiceLifeMs = 365 * 86_400_000

/** Templates are compiled once: they do not change while the server runs. */
export function createPages({ base, ...config }: PagesDeps): Pages {
  const { publicUrl, defaultLanguage } = config
  const brand = brandViewOf(config, base)
  const templates = compileTemplates()
  const assetVersion = fingerprint(assetsDirectory)
  const cookie = createCookieJar(publicUrl, 'language', choiceLifeMs)
  const spoken = new WeakMap<Request, Language>()
  const chosen = new WeakMap<Request, Language>()
  const chosenBy = (req: Request) => chosen.get(req) ?? languageFrom(cookie.read(req))
  const languageOf = (req: Request) =>
    chosenBy(req) ?? spoken.get(req) ?? negotiateLanguage(req.headers['accept-language'], defaultLanguage)
  const languageSwitch = (req: Request, language: Language, formId?: string) =>
    languageSwitchOf(req, messagesFor(language), { language, base, formId })

  return {
    messages: (req) => messagesFor(languageOf(req)),
    languageOf,
    speak: (req, language) => {
      if (language !== undefined) spoken.set(req, language)
    },
    chosenBy,
    choose: (req, res, language) => {
      if (language === undefined) return
      chosen.set(req, language)
      cookie.write(res, language)
    },
    brand,
    languageSwitch,
    assetVersion,
    show: (req, res, name, view) => {
      const language = languageOf(req)
      const page: PageView = {
        language,
        dir: directions[language],
        t: messagesFor(language),
        base,
        title: view.title,
        assetVersion,
        brand,
        languageSwitch: languageSwitch(req, language, formOf(name, view)),
      }
      res.vary('Accept-Language')
      res.set('Content-Language', language)
      sendPage(req, res, templates[name]({ ...view, ...page }))
    },
  }
}

/**
 * Packed where the browser can unpack it. That tells an eavesdropper nothing of what is secret in it (BREACH): nothing on
 * these pages comes from an address that a stranger could make. The console's pages repeat what was searched for beside
 * the token of a session, and go as they are.
 */
function sendPage(req: Request, res: Response, html: string): void {
  res.type('html')
  res.vary('Accept-Encoding')
  if (req.acceptsEncodings('gzip') !== 'gzip') res.send(html)
  else res.set('Content-Encoding', 'gzip').send(gzipSync(html, { memLevel: 6, windowBits: 13 }))
}

/** Of the page with a form: its id, where switching the language would lose what was typed in it, or why it came back. */
const formIn: { [Name in keyof Views]?: (view: Own<Name>) => string | undefined } = {
  register: () => 'registration',
  waiting: ({ told, typed }) =>
    told === undefined ? undefined : typed === undefined ? 'again' : 'elsewhere',
  confirm: ({ told }) => told && 'confirmation',
  refusal: ({ ask }) => (ask?.isBack === true ? 'ask' : undefined),
}

const formOf = <Name extends keyof Views>(name: Name, view: Own<Name>): string | undefined =>
  formIn[name]?.(view)

function compileTemplates(): Record<keyof Views, ejs.TemplateFunction> {
  const compile = (name: keyof Views) => {
    const filename = path.join(viewsDirectory, `${name}.ejs`)
    return ejs.compile(readFileSync(filename, 'utf8'), { filename, cache: true, views: [viewsDirectory] })
  }
  return {
    register: compile('register'),
    done: compile('done'),
    waiting: compile('waiting'),
    approval: compile('approval'),
    confirm: compile('confirm'),
    code: compile('code'),
    refusal: compile('refusal'),
    asked: compile('asked'),
    error: compile('error'),
  }
}
