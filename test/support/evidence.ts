import { appendFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'

/** Where a test run keeps what is searched for secrets at its end. Made anew by every run. */
export const testFolder = path.join(__dirname, '../../.test')

/** Remembers something that must never be seen in clear outside the place it was made for. */
export function keepSecret(secret: string): void {
  append('secrets', 'all', `${secret}\n`)
}

/** Keeps what a server logged. */
export function keepLog(text: string): void {
  append('logs', 'all', text)
}

/** Keeps what a browser was shown. */
export function keepPage(text: string): void {
  append('pages', 'all', `${text}\n`)
}

/** One file for each worker, so that lines do not mix. */
function append(kind: 'secrets' | 'logs' | 'pages', name: string, text: string): void {
  appendFileSync(path.join(folderOf(kind), `${name}-${process.env['JEST_WORKER_ID'] ?? '0'}`), text)
}

const made = new Set<string>()

function folderOf(kind: string): string {
  const folder = path.join(testFolder, kind)
  if (!made.has(folder)) mkdirSync(folder, { recursive: true })
  made.add(folder)
  return folder
}
