import ejs from 'ejs'
import type { Response } from 'express'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Language } from '../../shared/i18n'
import { viewsDirectory } from '../pages'
import type { ConsolePageView, ConsoleViews } from './views'

export type ShowConsolePage = <Name extends keyof ConsoleViews>(
  res: Response,
  language: Language,
  name: Name,
  view: ConsoleViews[Name],
) => void

/** Each template is compiled when it is first shown, and then kept: a server that only registers people needs none. */
export function createConsolePages(): ShowConsolePage {
  const compiled = new Map<string, ejs.TemplateFunction>()

  function template(name: string): ejs.TemplateFunction {
    const known = compiled.get(name)
    if (known !== undefined) return known
    const filename = path.join(viewsDirectory, 'console', `${name}.ejs`)
    const fresh = ejs.compile(readFileSync(filename, 'utf8'), {
      filename,
      cache: true,
      views: [viewsDirectory],
    })
    compiled.set(name, fresh)
    return fresh
  }

  return (res, language, name, view: ConsolePageView) => {
    res.set('Content-Language', language)
    res.type('html').send(template(name)(view))
  }
}
