/** Writes public/tabler*.css: the parts of Tabler that the pages use, without what their content security policy blocks. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const script = fileURLToPath(import.meta.url)
const root = path.dirname(path.dirname(script))
const tabler = createRequire(import.meta.url).resolve('@tabler/core/dist/css/tabler.min.css')

/** New users on a phone do not load what administrators need. */
const sheets = [
  {
    target: 'public/tabler.css',
    folders: ['views', 'views/partials'],
    script: 'public/app.js',
    ours: ['public/theme.css', 'public/app.css'],
  },
  {
    target: 'public/tabler-console.css',
    folders: ['views/console', 'views/console/partials'],
    script: 'public/console.js',
    ours: ['public/theme.css', 'public/console.css'],
  },
]

for (const sheet of sheets) await build(sheet)

async function build(sheet) {
  const target = inRoot(sheet.target)
  const content = [...sheet.folders.flatMap(templatesIn), inRoot(sheet.script)]
  const ours = sheet.ours.map(inRoot)
  // A folder's own time tells that a template was taken away.
  const inputs = [tabler, script, ...ours, ...sheet.folders.map(inRoot), ...content]
  if (isUpToDate(target, inputs)) return report(sheet.target, 'up to date')

  const { PurgeCSS } = await import('purgecss') // a quarter of a second that most builds need not spend
  const [trimmed] = await new PurgeCSS().purge({
    content,
    css: [{ raw: fromEitherSide(withoutImages(readFileSync(tabler, 'utf8'))) }],
    defaultExtractor: namesIn,
    fontFace: true,
    keyframes: true,
  })
  const css = withoutUnusedVariables(trimmed.css, ours.map((file) => readFileSync(file, 'utf8')).join('\n'))
  refuseWhatIsBlocked(sheet.target, css)
  writeFileSync(target, css)
  report(sheet.target, 'written')
}

function inRoot(file) {
  return path.join(root, file)
}

function templatesIn(folder) {
  return readdirSync(inRoot(folder))
    .filter((name) => name.endsWith('.ejs'))
    .map((name) => path.join(inRoot(folder), name))
}

function isUpToDate(target, inputs) {
  if (!existsSync(target)) return false
  const builtAt = statSync(target).mtimeMs
  return inputs.every((input) => statSync(input).mtimeMs <= builtAt)
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

/** Tabler is nearly ready to be read from the right; this is the rest. */
function fromEitherSide(css) {
  return css
    .replace(
      /\b(clear|float):(left|right)\b/g,
      (_, property, side) => `${property}:inline-${side === 'left' ? 'start' : 'end'}`,
    )
    .replace(
      /\b(padding|margin):([^\s;{}()]+) ([^\s;{}()]+) ([^\s;{}()]+) ([^\s;{}()!]+)(?=[;}])/g,
      (_, property, top, right, bottom, left) =>
        `${property}-block:${top} ${bottom};${property}-inline:${left} ${right}`,
    )
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

function refuseWhatIsBlocked(name, css) {
  const blocked = /url\(|@import|@font-face/.exec(css)
  if (blocked) throw new Error(`${name} would hold "${blocked[0]}", which the pages may not load`)
}

function report(name, what) {
  const css = readFileSync(inRoot(name))
  const kilobytes = (bytes) => `${(bytes.length / 1024).toFixed(1)} KB`
  console.log(`${name} ${what}: ${kilobytes(css)}, ${kilobytes(gzipSync(css))} gzipped`)
}
