/** Writes *.br and *.gz below public/, what browsers are sent of the files beside them. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const script = fileURLToPath(import.meta.url)
const folder = path.join(path.dirname(path.dirname(script)), 'public')
const packings = {
  '.br': (content) =>
    brotliCompressSync(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
  '.gz': (content) => gzipSync(content, { level: 9 }),
}

for (const name of readdirSync(folder, { recursive: true }).filter((file) => /\.(css|js|svg)$/.test(file))) {
  const file = path.join(folder, name)
  for (const [extension, pack] of Object.entries(packings)) {
    const target = file + extension
    if (existsSync(target) && statSync(target).mtimeMs >= statSync(file).mtimeMs) continue
    writeFileSync(target, pack(readFileSync(file)))
  }
}
