import type { Language } from '../../../shared/i18n'
import type { BrandView } from '../../brand'
import type { LanguageSwitch } from '../../language-switch'
import type { ConsoleMessages } from '../../../shared/i18n/console'

/** What every page of the console needs. Everything is finished: templates look nothing up and format nothing. */
export interface ConsolePageView {
  language: Language
  dir: 'ltr' | 'rtl'
  t: ConsoleMessages
  /** `''` or `/invite`: what stands before assets. */
  base: string
  /** `/console` with what stands before it: for links and form actions. */
  root: string
  assetVersion: string
  title: string
  /** Undefined before signing in. */
  frame: FrameView | undefined
  /** Before signing in; afterwards pages are in the language that the person has in GLPI. */
  languageSwitch: LanguageSwitch | undefined
  brand: BrandView
  /** A finished sentence about what has just been done. */
  notice: string | undefined
}

/** How many wait there, as a number and as a sentence. */
export interface NavCount {
  text: string
  label: string
}

/** What stands around a page. */
export interface FrameView {
  csrf: string
  name: string
  actingAs: string
  /** More than one: the person can switch. */
  choices: { value: string; text: string; isActive: boolean }[]
  nav: { href: string; text: string; isCurrent: boolean; count: NavCount | undefined }[]
  glpiUrl: string
  /** The banner of the kill switch, or undefined. */
  stopped: string | undefined
  /** For whoever may end it. */
  stoppedHref: string | undefined
}
