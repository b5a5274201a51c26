import ejs from 'ejs'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { directions, type Language } from '../shared/i18n'
import type { Letter } from './letter'
import { letterStyles } from './letter-styles'

const folder = path.join(__dirname, '../../views/mail')

let template: ejs.TemplateFunction | undefined

/** The HTML part: tables and styles beside their elements, as mail programs want it; nothing is loaded from anywhere. */
export function writeHtml(letter: Letter, instanceName: string, language: Language): string {
  template ??= compileTemplate() // once, and not before the first mail
  return template({ letter, instanceName, language, dir: directions[language], s: letterStyles })
}

function compileTemplate(): ejs.TemplateFunction {
  const filename = path.join(folder, 'letter.ejs')
  return ejs.compile(readFileSync(filename, 'utf8'), { filename, cache: true, views: [folder] })
}
