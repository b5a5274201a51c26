import type { Request } from 'express'
import { z } from 'zod'
import type { Grantable } from '../../../glpi'
import {
  batchCeiling,
  createKeys,
  parsePeople,
  type PastedPerson,
  type Preset,
  showBatch,
  getKey,
} from '../../../keys'
import type { Context } from '../../../context'
import { AppError } from '../../../shared/errors'
import type { Desk } from '../desk'
import type { ConsoleRoute } from '../route'
import type { BatchMadeView, PreviewLine } from '../views/making'
import { batchMailsView } from '../mails/batch-mails-view'
import { checkBackOfficePeople, isBackOffice } from './back-office'
import { checkTerms, type Terms } from './check-form'
import { csvOf } from './csv'
import { issueFormToken, seedOf } from './form-token'
import { FormValues, usualValues, valuesFrom } from './form-values'
import { formParts, tell } from './form-view'
import { type InvitationView, invitationView } from './invitation'
import { type Problems, readCount } from './problems'
import { orProblems } from './policy-problems'
import { proofNote } from './proof-note'
import { checkSending, sentNote } from './sending'
import { usablePresets } from './preset-values'
import {
  choosePreset,
  defaultsFor,
  grantableFor,
  presetAmong,
  presetChoice,
  rulesFor,
  valuesOf,
  whatIsGone,
} from './new-key-routes'

const PresetQuery = z.object({ preset: z.string().optional().catch(undefined) })

/** Making many keys: paste people, look, make, hand out. */
export function batchRoutes(context: Context): ConsoleRoute[] {
  return [
    {
      method: 'get',
      path: '/batches/new',
      may: 'create-keys',
      handle: async (req, _res, desk) => {
        const grantable = await grantableFor(context, desk)
        const presets = await usablePresets(context, desk)
        const { preset } = PresetQuery.parse(req.query)
        const values = {
          ...usualValues,
          ...defaultsFor(desk, grantable),
          ...(preset === undefined ? {} : valuesOf(context, presetAmong(presets, preset))),
          ...valuesFrom(req.query),
        }
        showForm(context, desk, filledForm(context, desk, { values, grantable, presets }))
      },
    },
    {
      method: 'post',
      path: '/batches/new',
      may: 'create-keys',
      handle: async (req, _res, desk) => {
        const grantable = await grantableFor(context, desk)
        const presets = await usablePresets(context, desk)
        const values = choosePreset(context, presets, req.body)
        showForm(context, desk, filledForm(context, desk, { values, grantable, presets }))
      },
    },
    {
      // The address stays in the bar after a batch was made; whoever opens it again wants to make another.
      method: 'get',
      path: '/batches',
      may: 'create-keys',
      handle: (_req, _res, desk) => desk.redirect('/batches/new'),
    },
    {
      method: 'post',
      path: '/batches/preview',
      may: 'create-keys',
      handle: async (req, res, desk) => {
        const form = await readForm(context, desk, req)
        const wantsToEdit = (req.body as { edit?: unknown }).edit !== undefined
        if (wantsToEdit) showForm(context, desk, { ...form, problems: {} })
        else if (form.terms === undefined) {
          res.status(422)
          showForm(context, desk, form)
        } else showPreview(context, desk, { ...form, terms: form.terms })
      },
    },
    {
      method: 'post',
      path: '/batches',
      may: 'create-keys',
      handle: async (req, res, desk) => {
        const seed = seedOf(context.sealer, req.body)
        const form = await readForm(context, desk, req)
        const { terms, values, grantable } = form
        if (terms === undefined) {
          res.status(422)
          showForm(context, desk, form)
          return
        }
        const by = { issuer: desk.issuer, actor: desk.eventActor }
        const people = form.people
          .filter(({ problem }) => problem === undefined)
          .map((person) => toWanted(person, values))
        // One that was deleted meanwhile is not remembered.
        const presetUid = form.presets.find(({ uid }) => uid === values.preset)?.uid
        const shared = { ...terms, label: values.label, presetUid }
        const wanted = { shared, people, seed, send: values.send !== '' }
        const made = await orProblems(createKeys(context, by, wanted), {
          values,
          desk,
          policy: context.config,
        })
        if ('problems' in made) {
          res.status(422)
          showForm(context, desk, { ...form, problems: made.problems })
          return
        }
        const told = made.madeBefore ? { ...terms, ...(await endOf(context, made.keys[0])) } : terms
        const invitations = made.keys.map((key) => toInvitation(context, desk, { ...key, ...told }))
        await showMade(
          context,
          desk,
          {
            batchUid: made.batchUid,
            label: values.label,
            invitations,
            sentence: tell(desk.t.making, grantable, desk.format, { terms: told, values, isEach: true }),
            sentNote: sentNote(context, desk, values, made.keys),
            proofNote:
              terms.needsProof === true || isBackOffice(grantable, values)
                ? proofNote(context, desk)
                : undefined,
          },
          made.madeBefore ? desk.t.making.made.sentBefore : undefined,
        )
      },
    },
    {
      method: 'post',
      path: '/batches/:uid/links',
      may: 'create-keys',
      handle: async (req, _res, desk) => {
        const { label, uid, invitations } = await findInvitations(context, desk, req)
        await showMade(context, desk, {
          batchUid: uid,
          label,
          invitations,
          sentence: '',
          sentNote: undefined,
          proofNote: undefined,
        })
      },
    },
    {
      method: 'post',
      path: '/batches/:uid/csv',
      may: 'create-keys',
      handle: async (req, res, desk) => {
        const { uid, invitations } = await findInvitations(context, desk, req)
        const { columns } = desk.t.making.made
        const heading = [columns.label, columns.address, columns.link, columns.code, columns.until]
        const rows = invitations.map(({ label, address, link, code, end }) => [
          label,
          address ?? '',
          link,
          code,
          end ?? '',
        ])
        res
          .attachment(`invitations-${uid.slice(0, 8)}.csv`)
          .type('text/csv')
          .send(csvOf([heading, ...rows]))
      },
    },
  ]
}

interface BatchForm {
  values: FormValues
  grantable: Grantable
  presets: readonly Preset[]
  problems: Problems
  people: readonly PastedPerson[]
}

/** As a preset fills it, and what of that this person may not give; each key is for one person whatever it says. */
function filledForm(
  context: Context,
  desk: Desk,
  { values, grantable, presets }: Pick<BatchForm, 'values' | 'grantable' | 'presets'>,
): BatchForm {
  const own = { ...values, ...onePerson }
  const problems = own.preset === '' ? {} : whatIsGone(context, desk, grantable, own)
  return { values: own, grantable, presets, problems, people: [] }
}

const onePerson = { uses: '1', unlimited: '', addresses: '' }

async function readForm(
  context: Context,
  desk: Desk,
  req: Request,
): Promise<BatchForm & { terms: Terms | undefined }> {
  const values = { ...FormValues.parse(req.body ?? {}), ...onePerson }
  const grantable = await grantableFor(context, desk)
  const presets = await usablePresets(context, desk)
  const { problems, terms } = checkTerms(values, { ...rulesFor(context, desk), grantable })
  if (values.label === '') problems.label = { code: 'label-required' }
  const people = values.people === '' ? numbered(values) : parsePeople(values.people).map(labelled(values))
  if (people.length === 0) {
    if (values.count === '') problems.people = { code: 'people-required' }
    else problems.count = { code: 'count-out-of-range', limit: batchCeiling }
  } else if (people.every(({ problem }) => problem !== undefined))
    problems.people = { code: 'people-none-good' }
  checkBackOfficePeople(values, { grantable, people }, problems)
  checkSending(values, addressesOf({ people, values }), problems)
  const isGood = Object.keys(problems).length === 0
  return { values, grantable, presets, problems, people, terms: isGood ? terms : undefined }
}

/** Of whom a key is made for and bound to theirs. */
const addressesOf = ({ people, values }: Pick<BatchForm, 'people' | 'values'>): string[] =>
  values.bind === ''
    ? []
    : people.flatMap(({ address, problem }) =>
        address === undefined || problem !== undefined ? [] : [address],
      )

/** An address alone gets a label with a number: a label stays when addresses are erased. */
const labelled =
  ({ label }: FormValues) =>
  (person: PastedPerson, index: number): PastedPerson =>
    person.label === ''
      ? { ...person, label: numberedLabel(label, index), problem: person.problem ?? tooLong(label) }
      : person

const numberedLabel = (label: string, index: number): string => `${label} ${index + 1}`
const tooLong = (label: string) => (Array.from(label).length > 250 ? ('label-too-long' as const) : undefined)

/** Their names stand in the form already, and their address where the key is not for it alone; both may be changed. */
function toWanted({ label, names, address }: PastedPerson, { bind, domains }: FormValues) {
  const isBound = bind !== ''
  const { firstname = '', realname = '' } = names ?? {}
  const values = { firstname, realname, email: isBound || domains !== '' ? '' : (address ?? '') }
  return {
    label,
    address: isBound ? address : undefined,
    fields: (['firstname', 'realname', 'email'] as const).flatMap((field) =>
      values[field] === '' ? [] : [{ field, value: values[field], isLocked: false }],
    ),
  }
}

/** Keys for people who are not known yet. */
function numbered({ count, label }: FormValues): PastedPerson[] {
  const length = readCount(count, batchCeiling) ?? 0
  return Array.from({ length }, (_, index) => ({
    line: index + 1,
    typed: '',
    label: numberedLabel(label, index),
    names: undefined,
    address: undefined,
    problem: tooLong(label),
  }))
}

function showForm(context: Context, desk: Desk, form: BatchForm): void {
  const { making: t } = desk.t
  const hasProblems = Object.keys(form.problems).length > 0
  desk.show('new-batch', {
    title: hasProblems ? t.batchTitleWithErrors : t.batchTitle,
    canGive: form.grantable.profiles.length > 0,
    lines: form.problems.people?.code === 'people-none-good' ? linesOf(desk, form) : [],
    ...presetChoice(form.presets, form.values.preset),
    hidden: unseen.flatMap((name) => [form.values[name]].flat().map((value) => ({ name, value }))),
    ...formParts(context, desk, { ...form, isEach: true }),
  })
}

/** What a preset puts in everybody's form: the page has no fields for it, and it must not get lost. */
const unseen = ['fillFirstname', 'fillRealname', 'fillEmail', 'fillLogin', 'locks'] as const

function showPreview(context: Context, desk: Desk, form: BatchForm & { terms: Terms }): void {
  const { making: t } = desk.t
  const good = form.people.filter(({ problem }) => problem === undefined).length
  desk.show('batch-preview', {
    title: t.preview.title,
    csrf: desk.csrf,
    token: issueFormToken(context),
    sentence: tell(t, form.grantable, desk.format, { ...form, isEach: true }),
    summary: t.preview.summary(good, form.people.length - good),
    sendNote: form.values.send === '' ? undefined : t.preview.send(addressesOf(form).length),
    makeText: t.preview.make(good),
    lines: linesOf(desk, form),
    fields: Object.entries(form.values).flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).map((one) => ({ name, value: one })),
    ),
  })
}

/** What cannot be used first: that is what has to be looked at. */
function linesOf(
  { t: { making: t } }: Desk,
  { people, values }: Pick<BatchForm, 'people' | 'values'>,
): PreviewLine[] {
  const lines = people.map(({ line, label, address, typed, problem }) => ({
    line: String(line),
    label,
    address: address === undefined || values.bind === '' ? t.preview.anybody : address,
    typed,
    problem: problem === undefined ? undefined : t.preview.problems[problem],
  }))
  return [
    ...lines.filter(({ problem }) => problem !== undefined),
    ...lines.filter(({ problem }) => problem === undefined),
  ]
}

async function showMade(
  context: Context,
  desk: Desk,
  made: Pick<BatchMadeView, 'batchUid' | 'label' | 'invitations' | 'sentence' | 'sentNote' | 'proofNote'>,
  notice?: string,
): Promise<void> {
  const { config, keyRing } = context
  const { made: t } = desk.t.making
  const { length } = made.invitations
  desk.show(
    'batch-made',
    {
      ...made,
      title: t.batchTitle(length),
      csrf: desk.csrf,
      cardTitle: t.cardTitle(config.instanceName),
      canShowAgain: keyRing !== undefined,
      copiedText: t.copiedAll(length),
      mails: await batchMailsView(context, desk, made.batchUid),
    },
    notice,
  )
}

async function findInvitations(
  context: Context,
  desk: Desk,
  req: Request,
): Promise<{ uid: string; label: string; invitations: InvitationView[] }> {
  const batchUid = String(req.params['uid'])
  if (!/^[0-9a-f-]{36}$/i.test(batchUid)) throw new AppError('NOT_FOUND', 'no id of a batch')
  const mayMake = desk.actor.permissions.has('create-keys')
  const by = { issuer: desk.issuer, actor: desk.eventActor, mayMake }
  const { uid, label, keys } = await showBatch(context, by, { batchUid, scope: desk.actor.scope })
  const invitations = keys.map(({ address, ...key }) =>
    toInvitation(context, desk, { ...key, addresses: address === undefined ? [] : [address] }),
  )
  return { uid, label, invitations }
}

/** As it was reckoned the first time. */
async function endOf(
  { db }: Context,
  made: { uid: string } | undefined,
): Promise<{ expiresAt?: Date | undefined; graceDays?: number }> {
  if (made === undefined) return {}
  const { expiresAt, graceDays } = await getKey(db, made.uid)
  return { expiresAt, graceDays }
}

const toInvitation = (
  { config }: Context,
  { format }: Desk,
  key: Parameters<typeof invitationView>[1] & { code: Parameters<typeof invitationView>[2] },
): InvitationView => invitationView({ publicUrl: config.publicUrl, format }, key, key.code)
