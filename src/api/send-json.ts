import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Request, Response } from 'express'

const pack = promisify(gzip)

/** Below it nothing is gained. */
const worthPacking = 2_000

/** Packed where it is large and whoever asks can unpack it. What comes from a browser's page never mixes with it. */
export async function sendJson(req: Request, res: Response, answer: unknown): Promise<void> {
  const text = JSON.stringify(answer)
  res.type('application/json').vary('Accept-Encoding')
  if (text.length < worthPacking || req.acceptsEncodings(['gzip', 'identity']) !== 'gzip') {
    res.send(text)
    return
  }
  res.set('Content-Encoding', 'gzip')
  res.send(await pack(text))
}
