import { z } from 'zod'
import { findTakenLogins, type Grantable, listGrantable } from '../../../glpi'
import { type AskedCarried, createKey, getKeyInScope, type Preset } from '../../../keys'
import type { Context } from '../../../context'
import { AppError } from '../../../shared/errors'
import type { Desk } from '../desk'
import type { ConsoleRoute } from '../route'
import { checkBackOffice } from './back-office'
import { checkTerms, readAddresses } from './check-form'
import { issueFormToken, seedOf } from './form-token'
import { FormValues, usualValues, valuesFrom, valuesLike } from './form-values'
import { formParts, tell } from './form-view'
import { invitationView } from './invitation'
import { orProblems } from './policy-problems'
import { usablePresets, usePreset, valuesOfTerms } from './preset-values'
import { proofNote } from './proof-note'
import { entriesOf, type Problems } from './problems'
import { checkSending, sentNote } from './sending'

const Query = z.object({
  like: z.uuid().optional().catch(undefined),
  preset: z.string().optional().catch(undefined),
})
const Choice = z.object({ choose: z.string().catch('') })

/** Making one key. */
export function newKeyRoutes(context: Context): ConsoleRoute[] {
  return [
    {
      method: 'get',
      path: '/keys/new',
      may: 'create-keys',
      handle: async (req, _res, desk) => {
        const grantable = await grantableFor(context, desk)
        const { like, preset } = Query.parse(req.query)
        const presets = await usablePresets(context, desk)
        const model =
          like === undefined
            ? {}
            : valuesLike(await getKeyInScope(context.db, like, desk.actor.scope), context.config)
        const ofPreset = preset === undefined ? {} : valuesOf(context, presetAmong(presets, preset))
        const values = {
          ...usualValues,
          ...defaultsFor(desk, grantable),
          ...model,
          ...ofPreset,
          ...valuesFrom(req.query),
        }
        const problems = preset === undefined ? {} : whatIsGone(context, desk, grantable, values)
        showForm(context, desk, { values, grantable, presets, problems })
      },
    },
    {
      // Not by GET: what was typed goes along, and addresses of people belong in no log.
      method: 'post',
      path: '/keys/new',
      may: 'create-keys',
      handle: async (req, _res, desk) => {
        const grantable = await grantableFor(context, desk)
        const presets = await usablePresets(context, desk)
        const values = choosePreset(context, presets, req.body)
        const problems = values.preset === '' ? {} : whatIsGone(context, desk, grantable, values)
        showForm(context, desk, { values, grantable, presets, problems })
      },
    },
    {
      method: 'post',
      path: '/keys',
      may: 'create-keys',
      handle: async (req, res, desk) => {
        const seed = seedOf(context.sealer, req.body)
        const values = FormValues.parse(req.body)
        const grantable = await grantableFor(context, desk)
        const presets = await usablePresets(context, desk)
        const rules = { ...rulesFor(context, desk), grantable }
        const { problems, terms } = checkTerms(values, rules)
        const addresses = readAddresses(values, problems)
        if (await isLoginTaken(context, desk, terms)) problems.fillLogin = { code: 'login-taken' }
        checkBackOffice(values, { grantable, addresses }, problems)
        checkSending(values, addresses, problems)
        if (terms === undefined || Object.keys(problems).length > 0) {
          res.status(422)
          showForm(context, desk, { values, grantable, presets, problems })
          return
        }
        // One that was deleted meanwhile is not remembered: the key is made as the form says.
        const presetUid = presets.find(({ uid }) => uid === values.preset)?.uid
        const send = values.send !== ''
        const wanted = { ...terms, label: values.label, addresses, presetUid, send }
        const by = { issuer: desk.issuer, actor: desk.eventActor }
        const result = await orProblems(createKey(context, by, wanted, seed), {
          values,
          desk,
          policy: context.config,
        })
        if ('problems' in result) {
          res.status(422)
          showForm(context, desk, { values, grantable, presets, problems: result.problems })
          return
        }
        const { key, code, madeBefore } = result
        const { made, ...t } = desk.t.making
        desk.show(
          'made',
          {
            title: made.title,
            invitation: invitationView(
              { publicUrl: context.config.publicUrl, format: desk.format },
              key,
              code,
            ),
            sentence: tell({ made, ...t }, grantable, desk.format, { terms, values, isEach: false }),
            cardTitle: made.cardTitle(context.config.instanceName),
            canShowAgain: context.keyRing !== undefined,
            sentNote: sentNote(context, desk, values, [key]),
            proofNote: key.needsProof ? proofNote(context, desk, key.addresses[0]) : undefined,
          },
          madeBefore ? made.sentBefore : undefined,
        )
      },
    },
  ]
}

export function presetAmong(presets: readonly Preset[], uid: string): Preset {
  const found = presets.find((one) => one.uid === uid.toLowerCase())
  if (found === undefined) throw new AppError('NOT_FOUND', 'there is no such preset')
  return found
}

export const valuesOf = (context: Context, { terms }: Preset): FormValues => valuesOfTerms(terms, context)

/** The form with the preset that was chosen in it, or with none. */
export function choosePreset(context: Context, presets: readonly Preset[], body: unknown): FormValues {
  const typed = FormValues.parse(body ?? {})
  const { choose } = Choice.parse(body ?? {})
  if (choose === '') return { ...typed, preset: '' }
  const before = presets.find(({ uid }) => uid === typed.preset)
  const chosen = presetAmong(presets, choose)
  return usePreset(typed, before && valuesOf(context, before), {
    uid: chosen.uid,
    values: valuesOf(context, chosen),
  })
}

/** What the preset gives and this person may not. */
export function whatIsGone(context: Context, desk: Desk, grantable: Grantable, values: FormValues): Problems {
  const { problems } = checkTerms(values, { ...rulesFor(context, desk), grantable })
  return Object.fromEntries(entriesOf(problems).filter(([, { code }]) => code === 'choice-gone'))
}

/** A login that is locked and taken would be found out by the invited, who can choose no other. */
export async function isLoginTaken(
  { db }: Context,
  { side }: Desk,
  terms: AskedCarried | undefined,
): Promise<boolean> {
  const logins = (terms?.fields ?? []).filter(({ field, isLocked }) => field === 'login' && isLocked)
  const values = logins.map(({ value }) => value)
  return (await findTakenLogins(db, side, values)).length > 0
}

export const grantableFor = ({ db }: Context, { side, issuer, actor }: Desk): Promise<Grantable> =>
  listGrantable(db, side, { issuer, scope: actor.scope })

/** The instance's default profile, in the entity that is active. */
export function defaultsFor({ actor }: Desk, grantable: Grantable): Partial<FormValues> {
  return {
    profile: String(
      grantable.defaultProfilesId ?? grantable.profiles.find((one) => !one.opensBackOffice)?.id ?? '',
    ),
    entity: String(actor.entitiesId),
  }
}

export const rulesFor = ({ config, clock }: Context, { actor, side }: Desk) => ({
  side,
  mayUnbound: actor.permissions.has('configure'),
  now: clock.now(),
  timeZone: config.timeZone,
  workDays: config.workDays,
  graceDays: config.graceDays,
  policy: config,
  settings: config,
})

function showForm(
  context: Context,
  desk: Desk,
  form: { values: FormValues; grantable: Grantable; problems: Problems; presets: readonly Preset[] },
): void {
  const { making: t } = desk.t
  const hasProblems = Object.keys(form.problems).length > 0
  desk.show('new-key', {
    title: hasProblems ? t.titleWithErrors : t.title,
    token: issueFormToken(context),
    canGive: form.grantable.profiles.length > 0,
    ...presetChoice(form.presets, form.values.preset),
    ...formParts(context, desk, { ...form, isEach: false }),
  })
}

export const presetChoice = (presets: readonly Preset[], used: string) => ({
  presets: presets.map(({ uid, name }) => ({ value: uid, text: name, isChosen: uid === used })),
  presetUsed: presets.find(({ uid }) => uid === used)?.name,
})
