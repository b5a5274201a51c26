import type { Request } from 'express'
import { z } from 'zod'
import { directions, type Language, languages, locales, type Messages } from '../shared/i18n'

/** How a page is read in another language. It is a form of its own, or buttons of the page's form, so that works without JavaScript. */
export interface LanguageSwitch {
  label: string
  /** The name of the page's language in itself. */
  current: string
  choices: { code: Language; name: string; dir: 'ltr' | 'rtl'; isCurrent: boolean }[]
  /** The form whose buttons these are: what was typed in it is sent along, and comes back. */
  formId: string | undefined
  /** Where the page is to be had again; undefined: where it is. */
  action: string | undefined
  /** What that address needs. */
  fields: [name: string, value: string][]
}

/** The name under which the choice comes, in addresses and forms. */
const Choice = z.object({ speak: z.enum(languages).optional().catch(undefined) })

export const choiceIn = (asked: unknown): Language | undefined => Choice.safeParse(asked ?? {}).data?.speak

export function languageSwitchOf(
  req: Request,
  t: Messages,
  { language, base, formId }: { language: Language; base: string; formId: string | undefined },
): LanguageSwitch {
  return {
    label: t.page.language,
    current: nameOf(language),
    choices: languages.map((code) => ({
      code,
      name: nameOf(code),
      dir: directions[code],
      isCurrent: code === language,
    })),
    formId,
    action: isAskedFor(req) ? undefined : `${base}${pageBehind(req.originalUrl, base)}`,
    fields: fieldsToKeep(isAskedFor(req) ? req.query : req.body),
  }
}

const names = new Map<Language, string>()

/** As its own speakers write it, with a capital for a list. */
function nameOf(language: Language): string {
  const known = names.get(language)
  if (known !== undefined) return known
  const locale = locales[language]
  const text = new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language
  const name = text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)
  names.set(language, name)
  return name
}

const isAskedFor = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD'

/** A page that answers a form cannot be asked for again; the one with the form can. */
function pageBehind(url: string, base: string): string {
  const [own = ''] = url.slice(base.length).split('?')
  const pages = ['/register', '/waiting', '/confirm', '/console/sign-in']
  return pages.find((page) => own === page || own.startsWith(`${page}/`)) ?? '/'
}

/** Only these, sealed or checked when they come back: what a stranger puts into an address does not get into a page. */
const kept = ['receipt', 'link', 'next'] as const

function fieldsToKeep(asked: unknown): LanguageSwitch['fields'] {
  const fields = z.record(z.string(), z.unknown()).safeParse(asked ?? {}).data ?? {}
  return kept.flatMap((name): [string, string][] => {
    const value = fields[name]
    return typeof value === 'string' && value !== '' ? [[name, value]] : []
  })
}
