import { z } from 'zod'
import { isSoundNetwork, mostNetworks, tokenLabelLength, type WantedToken } from '../../../admins'
import type { Context } from '../../../context'
import { newUid } from '../../../shared/random'
import { type Scope, scopesFor } from '../../../shared/scopes'
import { AppError } from '../../../shared/errors'
import type { Desk, Own } from '../desk'
import { readCount } from '../making/problems'

const dayMs = 86_400_000
const usualDays = 90
const purpose = 'token-form'

const Field = z.string().trim().catch('')
const Ticks = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .optional()
  .catch(undefined)
const Body = z.object({ token: Field, label: Field, days: Field, networks: Field, scope: Ticks })

/** What was typed into the form. */
export interface TokenForm {
  /** The id that the token gets, and no second one: the form may be sent twice. */
  uid: string
  label: string
  days: string
  networks: string
  scopes: readonly Scope[]
}

type Errors = Partial<Record<'label' | 'scopes' | 'days' | 'networks', string>>

export const newTokenForm = (context: Context): TokenForm => ({
  uid: newUid(context),
  label: '',
  days: String(Math.min(usualDays, daysAtMost(context))),
  networks: '',
  scopes: [],
})

/** @throws {AppError} FORM_UNREADABLE */
export function readTokenForm({ sealer }: Context, desk: Desk, body: unknown): TokenForm {
  const { token, scope, ...typed } = Body.parse(body ?? {})
  const uid = z.uuid().safeParse(sealer.unseal(purpose, token)).data
  if (uid === undefined) throw new AppError('FORM_UNREADABLE', 'the form has no token of this server')
  const ticked = scope ?? []
  return { ...typed, uid, scopes: possibleScopes(desk).filter((one) => ticked.includes(one)) }
}

/** What is wrong with it, and the wish when nothing is. */
export async function checkTokenForm(
  context: Context,
  desk: Desk,
  form: TokenForm,
): Promise<{ errors: Errors; wanted: WantedToken | undefined }> {
  const { problems: t } = desk.t.tokens
  const errors: Errors = {}
  if (form.label === '') errors.label = t.labelRequired
  else if (Array.from(form.label).length > tokenLabelLength) errors.label = t.labelTooLong(tokenLabelLength)
  if (form.scopes.length === 0) errors.scopes = t.scopesRequired
  const days = readCount(form.days, daysAtMost(context))
  if (days === undefined) errors.days = t.daysOutOfRange(daysAtMost(context))
  const networks = form.networks.split(/[\s,;]+/).filter((one) => one !== '')
  const bad = await firstBad(networks)
  if (bad !== undefined) errors.networks = t.networkInvalid(bad)
  else if (networks.length > mostNetworks) errors.networks = t.networksTooMany(mostNetworks)
  if (days === undefined || Object.keys(errors).length > 0) return { errors, wanted: undefined }
  const { uid, label, scopes } = form
  return { errors, wanted: { uid, label, scopes, lifeMs: days * dayMs, networks } }
}

async function firstBad(networks: readonly string[]): Promise<string | undefined> {
  for (const network of networks) if (!(await isSoundNetwork(network))) return network
  return undefined
}

const daysAtMost = ({ config }: Context): number => Math.max(1, Math.floor(config.tokenMaxLifetimeMs / dayMs))

const possibleScopes = ({ actor }: Desk): Scope[] => scopesFor(actor.permissions)

export function newTokenView(
  context: Context,
  desk: Desk,
  form: TokenForm,
  errors: Errors = {},
): Own<'new-token'> {
  const { form: t, scopes } = desk.t.tokens
  const errorLines = (['label', 'scopes', 'days', 'networks'] as const).flatMap((field) => {
    const message = errors[field]
    return message === undefined ? [] : [{ field, text: desk.t.making.errorLine(t.fields[field], message) }]
  })
  const { profileName, entityPath } = desk.actor
  return {
    title: errorLines.length > 0 ? t.titleWithErrors : t.title,
    csrf: desk.csrf,
    formToken: context.sealer.seal(purpose, form.uid),
    action: `${desk.root}/tokens`,
    backHref: `${desk.root}/tokens`,
    actsAs: t.actsAs(desk.t.frame.actingAs(profileName, entityPath)),
    label: form.label,
    days: form.days,
    daysMax: daysAtMost(context),
    daysHint: t.hints.days(daysAtMost(context)),
    networks: form.networks,
    scopes: possibleScopes(desk).map((scope) => ({
      value: scope,
      text: scopes[scope],
      isTicked: form.scopes.includes(scope),
    })),
    errors,
    errorLines,
  }
}
