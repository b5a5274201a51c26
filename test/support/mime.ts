/** A mail as its reader's program takes it apart: RFC 5322, 2045 and 2047, as far as mails of ours go. */
export interface ReadMail {
  /** Names in lower case, encoded words read. */
  headers: Record<string, string>
  subject: string
  /** By media type. */
  parts: Record<string, string>
}

/** @param raw the mail's bytes, one character each (latin1) */
export function readMime(raw: string): ReadMail {
  const { headers, body } = split(raw)
  return { headers, subject: headers['subject'] ?? '', parts: partsOf(headers, body) }
}

function split(raw: string): { headers: Record<string, string>; body: string } {
  const end = raw.indexOf('\r\n\r\n')
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
  const entries = lines.map((line) => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), readWords(line.slice(colon + 1).trim())]
  })
  return { headers: Object.fromEntries(entries) as Record<string, string>, body: raw.slice(end + 4) }
}

function partsOf(headers: Record<string, string>, body: string): Record<string, string> {
  const type = headers['content-type'] ?? 'text/plain'
  const boundary = /boundary="([^"]+)"/.exec(type)?.[1]
  if (boundary === undefined) {
    const bytes = decode(headers['content-transfer-encoding'] ?? '7bit', body)
    return { [type.split(';')[0] ?? '']: bytes.toString('utf8').replaceAll('\r\n', '\n') }
  }
  const parts = body.split(`--${boundary}`).slice(1, -1)
  return Object.assign(
    {},
    ...parts.map((part) => {
      const inner = split(part.replace(/^\r\n/, '').replace(/\r\n$/, ''))
      return partsOf(inner.headers, inner.body)
    }),
  ) as Record<string, string>
}

function decode(encoding: string, body: string): Buffer {
  if (encoding === 'base64') return Buffer.from(body, 'base64')
  if (encoding === 'quoted-printable') return readQuotedPrintable(body.replaceAll('=\r\n', ''))
  return Buffer.from(body, 'latin1')
}

const readQuotedPrintable = (text: string): Buffer =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  )

function readWords(value: string): string {
  const joined = value.replace(/(=\?[^?]+\?[BQ]\?[^?]*\?=)\s+(?==\?)/gi, '$1')
  return joined.replace(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
    (kind.toUpperCase() === 'B'
      ? Buffer.from(text, 'base64')
      : readQuotedPrintable(text.replaceAll('_', ' '))
    ).toString('utf8'),
  )
}
