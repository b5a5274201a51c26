import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { type RequestHandler, Router } from 'express'
import type { Config } from '../shared/config'
import { contrast, mix } from '../shared/colour'
import type { BrandColour } from '../shared/brand-settings'

/** What an organisation puts on the pages to make them its own; finished for the templates. */
export interface BrandView {
  /** What it calls its helpdesk; undefined where nobody gave a name. */
  name: string | undefined
  logoHref: string | undefined
  logoType: string | undefined
  styleHref: string | undefined
  /** For the bar of the browser. */
  colour: string
  helpdeskUrl: string | undefined
  contact: { text: string; href: string | undefined } | undefined
}

export type BrandConfig = Pick<
  Config,
  'logo' | 'brandColour' | 'helpdeskUrl' | 'supportContact' | 'instanceName'
>

/** The colour of the bar in public/theme.css. */
const usualColour = '#384461'

export function brandViewOf(config: BrandConfig, base: string): BrandView {
  const { logo, brandColour, supportContact } = config
  const href = (name: string, content: Buffer | string) =>
    `${base}/assets/${name}?v=${createHash('sha256').update(content).digest('hex').slice(0, 12)}`
  return {
    name: config.instanceName === 'GLPI' ? undefined : config.instanceName,
    logoHref: logo && href('logo', logo.content),
    logoType: logo?.type,
    styleHref: brandColour && href('brand.css', styleOf(brandColour)),
    colour: brandColour?.colour ?? usualColour,
    helpdeskUrl: config.helpdeskUrl,
    contact:
      supportContact === undefined ? undefined : { text: supportContact, href: hrefOf(supportContact) },
  }
}

/** The files of the brand, under the addresses that a view gives. */
export function serveBrand({ logo, brandColour }: BrandConfig): Router {
  const router = Router()
  if (logo !== undefined) router.get('/logo', serve(logo.type, logo.content))
  if (brandColour !== undefined)
    router.get('/brand.css', serve('text/css; charset=utf-8', styleOf(brandColour)))
  return router
}

function serve(type: string, content: Buffer | string): RequestHandler {
  const packed = type === 'image/png' ? undefined : gzipSync(content)
  return (req, res) => {
    res.set('Content-Type', type)
    res.set('Cache-Control', 'public, max-age=31536000, immutable')
    // An SVG that is opened by itself is a page: it may run nothing, and load nothing.
    res.set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
    res.vary('Accept-Encoding')
    if (packed === undefined || req.acceptsEncodings('gzip') !== 'gzip') res.send(content)
    else res.set('Content-Encoding', 'gzip').send(packed)
  }
}

/** The surfaces of public/theme.css, on which a button has to be seen. */
const surfaces = { light: '#ffffff', dark: '#1e2636' }
const controlBorders = { light: '#7d88a0', dark: '#7f8ba5' }

/** The bar and the main button, with text that can be read on them, and a border where the button could not be seen. */
function styleOf({ colour, ink }: BrandColour): string {
  const hovered = mix(colour, ink === '#ffffff' ? '#000000' : '#ffffff', 0.15) // away from the text
  const borderOn = (scheme: 'light' | 'dark') =>
    contrast(colour, surfaces[scheme]) >= 3 ? colour : controlBorders[scheme]
  const bar = `--masthead-bg:${colour};--masthead-fg:${ink};--brand-bg:${colour};--brand-fg:${ink}`
  const button = `--tblr-primary:${colour};--tblr-primary-fg:${ink};--tblr-primary-darken:${hovered}`
  return [
    `:root{${bar};${button};--button-border:${borderOn('light')}}`,
    `@media screen and (prefers-color-scheme:dark){:root{--masthead-bg:${colour};--button-border:${borderOn('dark')}}}`,
  ].join('\n')
}

/** An address or a number can be pressed. */
function hrefOf(contact: string): string | undefined {
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(contact)) return `mailto:${contact}`
  return /^\+?[\d\s()./-]{5,}$/.test(contact) ? `tel:${contact.replace(/[^\d+]/g, '')}` : undefined
}
