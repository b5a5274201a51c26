import { readFileSync, statSync } from 'node:fs'
import { z } from 'zod'
import { contrast, isColour } from './colour'

/** A file that is shown as it is. It is read once, at start. */
export interface Logo {
  type: 'image/svg+xml' | 'image/png'
  content: Buffer
}

export interface BrandColour {
  colour: string
  /** The text on it. */
  ink: string
}

export interface BrandConfig {
  logo: Logo | undefined
  brandColour: BrandColour | undefined
  /** Where people find other ways to reach the helpdesk. */
  helpdeskUrl: string | undefined
}

/** Half of what a first page may weigh. */
const logoMaxBytes = 48 * 1024
/** WCAG 2.2, 1.4.3. */
const readable = 4.5
/** The light and the dark text of the pages. */
const inks = ['#ffffff', '#1b2438']

const LogoFile = z.string().transform((file, context): Logo => {
  const fail = (message: string): never => {
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  }
  let content: Buffer
  try {
    if (statSync(file).size > logoMaxBytes)
      return fail(`names a file of more than ${logoMaxBytes / 1024} KB: phones would wait for it`)
    content = readFileSync(file)
  } catch {
    return fail('names a file that cannot be read')
  }
  if (content.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')))
    return { type: 'image/png', content }
  const text = content.toString('utf8')
  if (!/<svg[\s>]/.test(text)) return fail('must name an SVG or a PNG file')
  if (/<script|<foreignObject|\son\w+\s*=|<!ENTITY/i.test(text))
    return fail('names an SVG file with scripts or entities in it: save it as a plain SVG')
  return { type: 'image/svg+xml', content }
})

const BrandColor = z.string().transform((text, context): BrandColour => {
  if (!isColour(text)) {
    context.addIssue({ code: 'custom', message: 'must look like #1a5fb4' })
    return z.NEVER
  }
  const colour = text.toLowerCase()
  const [best = { ink: '', reached: 0 }] = inks
    .map((ink) => ({ ink, reached: contrast(ink, colour) }))
    .sort((a, b) => b.reached - a.reached)
  if (best.reached >= readable) return { colour, ink: best.ink }
  context.addIssue({
    code: 'custom',
    message: `is hard to read on: neither white nor dark text has a contrast of ${readable}:1 with it (at most ${best.reached.toFixed(1)}:1); take a lighter or a darker shade`,
  })
  return z.NEVER
})

export const brandFields = {
  LOGO_FILE: LogoFile.optional(),
  BRAND_COLOR: BrandColor.optional(),
  HELPDESK_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address that starts with https:// or http://' })
    .optional(),
}

export const brandConfigFrom = (settings: z.output<z.ZodObject<typeof brandFields>>): BrandConfig => ({
  logo: settings.LOGO_FILE,
  brandColour: settings.BRAND_COLOR,
  helpdeskUrl: settings.HELPDESK_URL,
})
