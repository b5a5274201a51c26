import type { ConsolePageView } from './page'

export interface WebhooksView extends ConsolePageView {
  newHref: string
  rows: WebhookRowView[]
}

export interface WebhookRowView {
  href: string
  url: string
  description: string
  types: string[]
  state: WebhookStateView
}

export interface WebhookStateView {
  text: string
  className: string
  since: string | undefined
}

export interface WebhookFormView {
  /** Of a new one. */
  token: string
  url: string
  description: string
  types: { value: string; text: string; isChosen: boolean }[]
  errors: Partial<Record<'url' | 'description' | 'types', string>>
  errorLines: { field: string; text: string }[]
}

export interface NewWebhookView extends ConsolePageView, WebhookFormView {
  csrf: string
  action: string
  backHref: string
}

export interface WebhookView extends ConsolePageView, WebhookFormView {
  csrf: string
  action: string
  backHref: string
  /** Where messages go now, whatever stands in the form. */
  current: string
  state: WebhookStateView
  isOff: boolean
  isGone: boolean
  /** Of the secret that a form replaces. */
  version: number
  /** Until when two secrets are good; a sentence. */
  both: string | undefined
  deliveries: WebhookDeliveryView[]
  older: string | undefined
  newest: string | undefined
}

export interface WebhookDeliveryView {
  when: string
  iso: string
  what: string
  state: string
  className: string
  details: string[]
  again: { action: string; label: string } | undefined
}

/** Shown once. */
export interface WebhookSecretView extends ConsolePageView {
  url: string
  secret: string
  nextHref: string
}

export interface WebhookDeletionView extends ConsolePageView {
  csrf: string
  url: string
  action: string
  backHref: string
}
