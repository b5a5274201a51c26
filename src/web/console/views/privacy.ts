import type { ConsolePageView } from './page'

export interface PrivacyView extends ConsolePageView {
  csrf: string
  email: string
  login: string
  /** A finished sentence about the fields. */
  error: string | undefined
  /** Undefined before somebody is looked up. */
  found: FoundPersonView | undefined
}

export interface FoundPersonView {
  /** Says who is meant, in a form. */
  person: string
  knownBy: string[]
  nothing: string | undefined
  sections: { title: string; items: PrivacyItem[]; more: string | undefined }[]
  revokes: string | undefined
  /** Keys to look at. */
  lookAt: { text: string; href: string }[]
  /** What is GLPI's business. */
  glpi: string[]
  retype: string
  retypeError: string | undefined
}

export interface PrivacyItem {
  text: string
  href: string | undefined
  details: string[]
}
