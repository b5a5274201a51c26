import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { type RequestHandler, static as serveFiles } from 'express'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}
const packings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const

/** What the build leaves beside a file is not an asset of its own. */
const isPacked = (file: string): boolean => packings.some(([, extension]) => file.endsWith(extension))

/**
 * The files of that folder, packed by the build (scripts/pack-assets.mjs) where the browser can unpack them: the server
 * spends nothing on it. The version in their address changes with the files, so browsers may keep them.
 */
export function serveAssets(directory: string): RequestHandler {
  const files = serveFiles(directory, { index: false, immutable: true, maxAge: '1y' })
  const packed = findPacked(directory)
  return (req, res, next) => {
    const file = req.path.slice(1)
    const type = types[path.extname(file)]
    if (type === undefined) {
      if (isPacked(file)) next()
      else files(req, res, next)
      return
    }
    res.vary('Accept-Encoding')
    const encoding = req.acceptsEncodings(['br', 'gzip', 'identity'])
    const extension = packings.find(([name]) => name === encoding)?.[1]
    if (extension !== undefined && packed.has(file + extension)) {
      res.set('Content-Encoding', String(encoding))
      res.set('Content-Type', type)
      req.url = `/${file}${extension}`
    }
    files(req, res, next)
  }
}

/** Those that are not older than what they were made from: whoever works on a style sheet sees it before the next build. */
function findPacked(directory: string): ReadonlySet<string> {
  const changedAt = (file: string) => statSync(path.join(directory, file)).mtimeMs
  return new Set(
    readdirSync(directory, { recursive: true, encoding: 'utf8' })
      .filter(isPacked)
      .filter((file) => {
        const original = file.replace(/\.\w+$/, '')
        return existsSync(path.join(directory, original)) && changedAt(file) >= changedAt(original)
      }),
  )
}

/** Changes when one of the files in the folder does, whatever is in the folders below. */
export function fingerprint(directory: string): string {
  const hash = createHash('sha256')
  const files = readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isFile())
  for (const { name } of files.filter(({ name }) => !isPacked(name)).sort(byName))
    hash.update(readFileSync(path.join(directory, name)))
  return hash.digest('hex').slice(0, 12)
}

const byName = (one: { name: string }, other: { name: string }) => (one.name < other.name ? -1 : 1)
