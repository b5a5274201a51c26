import ejs from 'ejs'
import type { RequestHandler } from 'express'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { fingerprint } from './assets'
import type { BrandView } from './brand'
import { assetsDirectory, type Pages, viewsDirectory } from './pages'

/** What the API can do, as it tells itself. */
export type ApiContents = readonly {
  headline: string
  lines: readonly { method: string; path: string; summary: string; scope: string | undefined }[]
}[]

interface ApiPageView {
  base: string
  assetVersion: string
  /** Of the files that only this page loads. */
  ownVersion: string
  brand: BrandView
  contents: ApiContents
}

/**
 * Where the API is read and tried. It is in English, as the API is, and the same for everybody: made once, when somebody
 * first comes to it. What tries the API is large, and never loaded here: only browsers read it.
 */
export function createApiPage(
  { brand, assetVersion }: Pages,
  { base, contents }: Pick<ApiPageView, 'base' | 'contents'>,
): RequestHandler {
  const ownVersion = fingerprint(path.join(assetsDirectory, 'api-page'))
  const html = render({ base, assetVersion, ownVersion, brand, contents })
  const packed = gzipSync(html)
  return (req, res) => {
    const policy = String(res.getHeader('Content-Security-Policy'))
    // The page calls the API, and nobody else.
    res.set('Content-Security-Policy', `${policy};connect-src 'self'`)
    res.set('Content-Language', 'en')
    res.vary('Accept-Encoding').type('html')
    if (req.acceptsEncodings('gzip') !== 'gzip') res.send(html)
    else res.set('Content-Encoding', 'gzip').send(packed)
  }
}

function render(view: ApiPageView): string {
  const filename = path.join(viewsDirectory, 'api/page.ejs')
  return ejs.render(readFileSync(filename, 'utf8'), view, { filename, views: [viewsDirectory] })
}
