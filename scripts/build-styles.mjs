/** Writes public/tabler.css: the part of Tabler that the pages use, without what their content security policy blocks. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const script = fileURLToPath(import.meta.url)
const root = path.dirname(path.dirname(script))
const views = path.join(root, 'views')
const target = path.join(root, 'public/tabler.css')

const tabler = createRequire(import.meta.url).resolve('@tabler/core/dist/css/tabler.min.css')
const templates = readdirSync(views, { recursive: true })
  .filter((name) => name.endsWith('.ejs'))
  .map((name) => path.join(views, name))
const content = [...templates, path.join(root, 'public/app.js')]
const ours = path.join(root, 'public/app.css')

if (isUpToDate()) {
  report('up to date')
} else {
  const { PurgeCSS } = await import('purgecss') // a quarter of a second that most builds need not spend
  const [trimmed] = await new PurgeCSS().purge({
    content,
    css: [{ raw: withoutImages(readFileSync(tabler, 'utf8')) }],
    defaultExtractor: namesIn,
    fontFace: true,
    keyframes: true,
  })
  const css = withoutUnusedVariables(trimmed.css, readFileSync(ours, 'utf8'))
  refuseWhatIsBlocked(css)
  writeFileSync(target, css)
  report('written')
}

function isUpToDate() {
  if (!existsSync(target)) return false
  const builtAt = statSync(target).mtimeMs
  // A folder's own time tells that a template was taken away.
  return [tabler, script, ours, views, ...content].every((input) => statSync(input).mtimeMs <= builtAt)
}

/** Tags, classes, ids and attributes as they stand in the markup. The usual guess, any word anywhere, keeps five times too much. */
function namesIn(markup) {
  const html = markup.replace(/<%[^]*?%>/g, ' ')
  const all = (pattern) => [...html.matchAll(pattern)].map((match) => match[1])
  return {
    tags: ['html', 'body', ...all(/<([a-z][a-z0-9]*)/g)],
    classes: all(/\sclass="([^"]*)"/g).flatMap((list) => list.split(/\s+/)),
    ids: all(/\sid="([^"]*)"/g),
    attributes: { names: all(/\s([a-z][a-z-]*)(?==|[\s>])/g), values: all(/="([^"]*)"/g) },
    undetermined: [],
  }
}

/** Tabler's icons on fields are data: addresses, which `img-src 'self'` blocks. */
function withoutImages(css) {
  return css.replace(/[\w-]+:(?:[^;{}"]|"[^"]*")*?url\((?:"[^"]*"|[^)]*)\)(?:[^;{}"]|"[^"]*")*/g, '')
}

/** Drops variables that neither file reads, and then those that only a dropped one read. */
function withoutUnusedVariables(css, otherCss) {
  const isRead = (name, text) => text.includes(`var(${name})`) || text.includes(`var(${name},`)
  let before
  do {
    before = css
    const text = css + otherCss
    css = css.replace(/(--[\w-]+):[^;{}]*(;|(?=\}))/g, (declaration, name) =>
      isRead(name, text) ? declaration : '',
    )
  } while (css !== before)
  return css
}

function refuseWhatIsBlocked(css) {
  const blocked = /url\(|@import|@font-face/.exec(css)
  if (blocked) throw new Error(`public/tabler.css would hold "${blocked[0]}", which the pages may not load`)
}

function report(what) {
  const css = readFileSync(target)
  const kilobytes = (bytes) => `${(bytes.length / 1024).toFixed(1)} KB`
  console.log(`public/tabler.css ${what}: ${kilobytes(css)}, ${kilobytes(gzipSync(css))} gzipped`)
}
