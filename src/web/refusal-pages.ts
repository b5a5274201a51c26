import type { Request, Response } from 'express'
import type { Context } from '../context'
import { isEmail, readPeople } from '../glpi'
import { findRefusedKey, readCode, readMailboxProof, type RefusedKey } from '../keys'
import { createDates } from '../mail'
import { findWhenRegistered } from '../registration'
import { isAskable } from '../shared/askable'
import { statedEnd } from '../shared/ends'
import type { RefusalCode } from '../shared/errors'
import { languageFrom, type Messages } from '../shared/i18n'
import type { AskHandles } from './ask-handles'
import { codeCheckWords } from './code-check'
import type { Handles } from './handles'
import type { Pages } from './pages'
import type { ToldProblems, Wait } from './told-problems'
import type { AskView, ContactView, RefusalView } from './views'
import type { Visits } from './visits'

/** The code that a request came with, for the page that refuses it. */
interface Noted {
  code: string
  secret: string | undefined
  provenAddress: string | undefined
}

export function noteCode(
  res: Response,
  code: string,
  more: Partial<Pick<Noted, 'secret' | 'provenAddress'>> = {},
): void {
  const noted: Noted = { code, secret: more.secret, provenAddress: more.provenAddress }
  res.locals['refused'] = noted
}

/** What somebody typed who asks for a new link, and what is wrong with it. */
export interface TypedAsking {
  email: string
  note: string
  errors: AskView['errors']
  wait: Wait | undefined
}

const nothingTyped: TypedAsking = { email: '', note: '', errors: {}, wait: undefined }

export interface RefusalPages {
  /** Why the link that this request came with is refused, who can help, and a new one to ask for. */
  show(req: Request, res: Response, code: RefusalCode): Promise<void>
  /** The same page again, for whoever asked and has to correct something. */
  showAgain(
    req: Request,
    res: Response,
    asking: { keyUid: string; refusal: RefusalCode },
    typed: TypedAsking,
  ): Promise<void>
}

/** Refusals after which another code, or the same one typed with care, may help. */
const helpedByAnotherCode = new Set<RefusalCode>(['KEY_MALFORMED', 'KEY_UNKNOWN'])
/** They are about the moment, not about the key. */
const ofTheMoment = new Set<RefusalCode>([
  'REDEMPTION_STOPPED',
  'GLPI_MAINTENANCE',
  'GLPI_CHANGED',
  'SERVER_BUSY',
])

export function createRefusalPages(
  context: Context,
  pages: Pages,
  { handles, asks, visits, told }: { handles: Handles; asks: AskHandles; visits: Visits; told: ToldProblems },
): RefusalPages {
  const { config, db } = context

  return {
    show: async (req, res, code) => {
      const noted = res.locals['refused'] as Noted | undefined
      const isOfKey = noted !== undefined && !helpedByAnotherCode.has(code) && !ofTheMoment.has(code)
      const key = isOfKey ? await orNothing(() => keyOf(noted)) : undefined
      if (key !== undefined) pages.speak(req, languageFrom(key.language))
      const own = key && noted && (await orNothing(() => whenRegistered(req, key, noted)))
      if (own === undefined) await show(req, res, code, key, nothingTyped)
      else showOwn(req, res, own)
    },
    showAgain: async (req, res, { keyUid, refusal }, typed) => {
      const key = await findRefusedKey(db, keyUid)
      await show(req, res, refusal, key, typed)
    },
  }

  async function show(
    req: Request,
    res: Response,
    code: RefusalCode,
    key: RefusedKey | undefined,
    typed: TypedAsking,
  ): Promise<void> {
    const messages = pages.messages(req)
    const words = messages.refusals[code]
    const ask = key === undefined ? undefined : askView(req, key, code, typed)
    const isWrong = Object.keys(typed.errors).length > 0 || typed.wait !== undefined
    pages.show(req, res, 'refusal', {
      ...words,
      title: isWrong ? messages.deadEnd.ask.titleWithErrors(words.heading) : words.heading,
      fact: key === undefined ? undefined : factOf(req, messages, key, code),
      shared: code === 'KEY_USED_UP' ? messages.deadEnd.shared : undefined,
      whom: await whomToAsk(key, code),
      ask,
      showCodeBox: helpedByAnotherCode.has(code),
      codeCheck: codeCheckWords(messages),
      signInUrl: code === 'KEY_USED_UP' ? config.glpiUrl : undefined, // it may have been them
      requestId: req.id,
    })
  }

  function showOwn(req: Request, res: Response, when: Date): void {
    const messages = pages.messages(req)
    const { own } = messages.deadEnd
    pages.show(req, res, 'refusal', {
      ...nothingMore,
      heading: own.heading,
      reason: own.reason(datesOf(req).instant(when)),
      advice: own.advice,
      title: own.heading,
      whom: { inviter: undefined, contact: contactOf(config.supportContact) },
      codeCheck: codeCheckWords(messages),
      signInUrl: config.glpiUrl,
      requestId: req.id,
    })
  }

  async function keyOf({ code }: Noted): Promise<RefusedKey | undefined> {
    const found = await context.findKey(readCode(context.home, code))
    return found === undefined ? undefined : findRefusedKey(db, found.key.uid)
  }

  /** This browser has made an account with the key, or the reader of the mailbox that the link was sent to has. */
  async function whenRegistered(
    req: Request,
    { uid: keyUid }: RefusedKey,
    { secret, provenAddress }: Noted,
  ): Promise<Date | undefined> {
    const here = visits.find(req, keyUid)
    if (here !== undefined) return here
    const address =
      provenAddress ?? (secret === undefined ? undefined : await readMailboxProof(db, { keyUid, secret }))
    return address === undefined ? undefined : findWhenRegistered(db, { keyUid, address })
  }

  function factOf(req: Request, { deadEnd }: Messages, key: RefusedKey, code: RefusalCode) {
    if (code === 'KEY_NOT_YET_VALID' && key.notBefore !== undefined)
      return deadEnd.begins(datesOf(req).instant(key.notBefore))
    if (code !== 'KEY_EXPIRED' || key.expiresAt === undefined) return undefined
    const { expiresAt, graceDays } = key
    return deadEnd.ended(datesOf(req).instant(statedEnd({ expiresAt, graceDays }, config.timeZone)))
  }

  async function whomToAsk(key: RefusedKey | undefined, code: RefusalCode): Promise<RefusalView['whom']> {
    const contact = contactOf(config.supportContact)
    const mayHelp = code !== 'KEY_ISSUER_REFUSED' // whoever has left helps nobody
    const id = mayHelp ? key?.inviterId : undefined
    const inviter = id === undefined ? undefined : await orNothing(() => nameOf(id))
    return inviter === undefined && contact === undefined ? undefined : { inviter, contact }
  }

  async function nameOf(usersId: number): Promise<string | undefined> {
    return (await readPeople(db, await context.glpi.side(), [usersId])).get(usersId)?.name
  }

  function askView(
    req: Request,
    { uid: keyUid }: RefusedKey,
    refusal: RefusalCode,
    typed: TypedAsking,
  ): AskView | undefined {
    if (!isAskable(refusal)) return undefined
    const handle = asks.handleOf({ keyUid, refusal, language: pages.languageOf(req) })
    const { wait, ...text } = typed
    const { ask } = pages.messages(req).deadEnd
    return {
      ...text,
      handle,
      csrf: handles.csrfOf(handle),
      throttled: wait && ask.throttled(Math.ceil(wait.seconds / 60)),
      told: told.seal(handle, { problems: {}, wait }),
      isBack: typed !== nothingTyped,
    }
  }

  /** What would be good to know is no reason to fail: the reason itself is known. */
  async function orNothing<T>(find: () => Promise<T>): Promise<T | undefined> {
    try {
      return await find()
    } catch (error) {
      context.log.warn({ err: error }, 'the page of a refused link says less than it could')
      return undefined
    }
  }

  function datesOf(req: Request) {
    return createDates(pages.languageOf(req), config.timeZone)
  }
}

/** A refusal that is no reason to ask for anything. */
export const nothingMore = {
  fact: undefined,
  shared: undefined,
  whom: undefined,
  ask: undefined,
  showCodeBox: false,
  codeCheck: '',
} as const

/** The contact of the configuration: an address is written to, a page is opened, a sentence is read. */
export function contactOf(contact: string | undefined): ContactView | undefined {
  if (contact === undefined) return undefined
  if (isEmail(contact)) return { text: contact, href: `mailto:${contact}` }
  return { text: contact, href: /^https?:\/\/\S+$/.test(contact) ? contact : undefined }
}
