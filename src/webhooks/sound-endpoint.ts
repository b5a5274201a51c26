import { isIP } from 'node:net'
import { AppError } from '../shared/errors'
import type { Endpoint } from './endpoint'
import { type WebhookType, webhookTypes } from './event-types'
import { type AllowedPrivate, reachOf } from './reachable'

export const endpointsAtMost = 50
const urlLength = 2_000
export const descriptionLength = 255

export interface WantedEndpoint {
  url: string
  description: string
  types: readonly string[]
}

/** What is wrong with an endpoint, for the page that tells it. */
export type EndpointProblem =
  | 'url-invalid'
  | 'url-too-long'
  | 'url-credentials'
  | 'url-not-https'
  | 'url-private'
  | 'description-too-long'
  | 'types-missing'
  | 'too-many'
  | 'replaced-since'

export class EndpointRefused extends AppError {
  constructor(
    readonly problem: EndpointProblem,
    reason: string,
  ) {
    super('INPUT_INVALID', reason)
  }
}

export const refuse = (problem: EndpointProblem, reason: string): EndpointRefused =>
  new EndpointRefused(problem, reason)

/** @throws {EndpointRefused} */
export function soundEndpoint(
  { webhookAllowPrivate }: { webhookAllowPrivate: AllowedPrivate },
  { url, description, types }: WantedEndpoint,
): Pick<Endpoint, 'url' | 'description' | 'types'> {
  const sound = description.trim()
  if (Array.from(sound).length > descriptionLength)
    throw refuse('description-too-long', `the description has more than ${descriptionLength} characters`)
  const known = webhookTypes.filter((type) => types.includes(type))
  const unknown = types.find((type) => !webhookTypes.includes(type as WebhookType))
  if (known.length === 0 || unknown !== undefined)
    throw refuse('types-missing', `say of what it is told: ${webhookTypes.join(', ')}`)
  return { url: soundUrl(webhookAllowPrivate, url), description: sound, types: known }
}

/**
 * What its name stands for is looked at whenever something is sent, since that can change. Without encryption only where
 * private addresses are allowed, and then to no others.
 */
function soundUrl(allowed: AllowedPrivate, typed: string): string {
  const text = typed.trim()
  if (!URL.canParse(text))
    throw refuse('url-invalid', 'the address must look like https://hr.example.org/hooks')
  const url = new URL(text)
  url.hash = ''
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw refuse('url-invalid', 'the address must start with https://')
  if (url.href.length > urlLength)
    throw refuse('url-too-long', `the address has more than ${urlLength} characters`)
  if (url.username !== '' || url.password !== '')
    throw refuse('url-credentials', 'the address may hold no user and password: messages are signed instead')
  if (url.protocol === 'http:' && allowed !== 'all' && allowed.length === 0)
    throw refuse('url-not-https', 'the address must start with https://: what is sent would be readable')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const reach = reachOf(allowed)
  const may = url.protocol === 'http:' ? reach.mayReachInClear : reach.mayReach
  if (isIP(host) !== 0 && !may(host))
    throw refuse('url-private', `${host} is not on the open Internet: allow it with WEBHOOK_ALLOW_PRIVATE`)
  return url.href
}
