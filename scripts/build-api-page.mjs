/**
 * Writes public/api-page/swagger-ui.*: what the page of the API is tried with (Swagger UI, under the Apache licence 2.0),
 * without what the page's content security policy blocks.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(import.meta.url)
const folder = path.join(path.dirname(path.dirname(script)), 'public/api-page')
const { resolve } = createRequire(import.meta.url)
const published = (file) => resolve(`swagger-ui-dist/${file}`)
const { version } = JSON.parse(readFileSync(published('package.json'), 'utf8'))

mkdirSync(folder, { recursive: true })
build('swagger-ui.js', ['swagger-ui-bundle.js'], ([source], target) => copyFileSync(source, target))
build('swagger-ui.css', ['swagger-ui.css'], ([source], target) =>
  writeFileSync(target, styleOf(readFileSync(source, 'utf8'))),
)
build(
  'swagger-ui.LICENSE.txt',
  ['NOTICE', 'LICENSE', 'swagger-ui-bundle.js.LICENSE.txt'],
  (sources, target) =>
    writeFileSync(target, sources.map((source) => readFileSync(source, 'utf8').trim()).join('\n\n') + '\n'),
)

function build(name, from, write) {
  const target = path.join(folder, name)
  const sources = from.map(published)
  const isUpToDate =
    existsSync(target) &&
    [script, ...sources].every((file) => statSync(file).mtimeMs <= statSync(target).mtimeMs)
  if (!isUpToDate) write(sources, target)
  report(name, isUpToDate ? 'up to date' : 'written')
}

/**
 * Its pictures are data: addresses, which `img-src 'self'` blocks, and its dark mode waits for a class: the colours
 * become those of theme.css, which follow the reader's choice.
 */
function styleOf(css) {
  const ours = css
    .replace(/\/\*#.*?\*\//g, '')
    .replace(/(?<=[{};,])html\.dark-mode[^{}]*\{[^{}]*\}/g, '')
    .replace(
      /[\w-]+:(?:[^;{}"]|"(?:[^"\\]|\\.)*")*?url\((?:"(?:[^"\\]|\\.)*"|[^)]*)\)(?:[^;{}"]|"[^"]*")*/g,
      '',
    )
    .replace(/(?<=[{;])color:#(?!fff\b)[0-9a-f]{3,6}/g, 'color:var(--tblr-body-color)')
    .replace(/(?<=[{;]background(-color)?:)#(fff|f7f7f7|ebebeb|e8e8e8|feebeb)\b/g, 'var(--tblr-bg-surface)')
  const blocked = /url\(|@import|@font-face|dark-mode \./.exec(ours)
  if (blocked) throw new Error(`swagger-ui.css would hold "${blocked[0]}", which has no place on the page`)
  return `/* swagger-ui-dist ${version}, changed for this page; see swagger-ui.LICENSE.txt */\n${ours}`
}

function report(name, what) {
  const { size } = statSync(path.join(folder, name))
  console.log(`public/api-page/${name} ${what}: ${(size / 1024).toFixed(1)} KB`)
}
