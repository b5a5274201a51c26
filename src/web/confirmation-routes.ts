import { type Request, type Response, Router, urlencoded } from 'express'
import { z } from 'zod'
import type { Context } from '../context'
import type { ReleaseReason } from '../keys'
import { createDates } from '../mail'
import {
  changeHeldAddress,
  confirmRegistration,
  getRegistration,
  HoldThrottled,
  lookUpConfirmation,
  readHoldTerms,
  type Registration,
  sendConfirmationAgain,
} from '../registration'
import { AppError, FormError } from '../shared/errors'
import { type Explanation, languageFrom, type Messages } from '../shared/i18n'
import { messagesFor } from './form-messages'
import type { Handles } from './handles'
import type { HoldHandles, ReadLink, WaitingReceipt } from './hold-handles'
import { choiceIn } from './language-switch'
import { originOf } from './origin'
import type { Pages } from './pages'
import { contactOf, nothingMore } from './refusal-pages'
import { seeOther } from './see-other'
import { nothingTold, type Told, type ToldProblems } from './told-problems'
import type { Visits } from './visits'

const text = z.string().catch('')
const WaitingQuery = z.object({ receipt: text, sent: text, another: text })
const WaitingForm = z.object({ receipt: text, csrf: text, email: text })
const LinkQuery = z.object({ link: text })
const LinkForm = z.object({ link: text, csrf: text, password: text })

/** Between the form and the account, where the address has to be confirmed. */
export function confirmationRoutes(
  context: Context,
  pages: Pages,
  {
    base,
    handles,
    holds,
    visits,
    told,
  }: { base: string; handles: Handles; holds: HoldHandles; visits: Visits; told: ToldProblems },
): Router {
  const { config } = context
  const router = Router()
  const form = urlencoded({ extended: false, limit: '32kb', parameterLimit: 50 })

  router.get('/waiting', async (req, res) => {
    const { receipt, sent, another } = WaitingQuery.parse(req.query)
    const isBack = another !== ''
    await showWaiting(req, res, { receipt, ...readWaiting(receipt), isSentAgain: sent !== '', isBack })
  })

  router.post('/waiting/mails', form, async (req, res) => {
    await ask(req, res, ({ registrationUid }) => sendConfirmationAgain(context, registrationUid))
  })

  router.post('/waiting/address', form, async (req, res) => {
    const { email: address } = WaitingForm.parse(req.body)
    await ask(req, res, ({ registrationUid }) =>
      changeHeldAddress(context, { registrationUid, address, from: originOf(req) }),
    )
  })

  // Like a code, the secret leaves the address bar, the history and the Referer at once; nothing else happens.
  router.get('/confirm/:secret', async (req, res) => {
    const opened = await lookUpConfirmation(context, req.params.secret, originOf(req))
    seeOther(res, `${base}/confirm?link=${holds.linkOf(opened)}`)
  })

  router.get('/confirm', async (req, res) => {
    const { link } = LinkQuery.parse(req.query)
    const { registrationUid, isStale } = readLink(link)
    const registration = await getRegistration(context, registrationUid)
    if (isStale) ensureOver(registration)
    await showConfirm(req, res, { link, registration })
  })

  router.post('/confirm', form, async (req, res) => {
    const { link, csrf, password } = LinkForm.parse(req.body)
    if (!handles.isGenuine(link, csrf)) throw unreadable()
    const { registrationUid, hash, isStale } = readLink(link)
    const before = await getRegistration(context, registrationUid)
    if (isStale) ensureOver(before)
    if (before.state !== 'awaiting-confirmation') {
      await showConfirm(req, res, { link, registration: before }) // no password was looked at: no login is told
      return
    }
    const wanted = choiceIn(req.body)
    if (wanted !== undefined) {
      pages.choose(req, res, wanted)
      await showConfirm(req, res, { link, registration: before, why: told.read(link, req.body) })
      return
    }
    const who = isOwn(req, registrationUid) ? 'same-browser' : { password }
    try {
      const asked = { registrationUid, hash, who, from: originOf(req) } as const
      await showOutcome(req, res, await confirmRegistration(context, asked), { knowsPerson: true })
    } catch (error) {
      if (!(error instanceof FormError || error instanceof HoldThrottled)) throw error
      const registration = await getRegistration(context, registrationUid)
      await showConfirm(req, res, { link, registration, why: whyOf(res, error) })
    }
  })

  return router

  /** @throws {AppError} NOT_FOUND, whose page sends people back to their invitation */
  function readWaiting(receipt: string): WaitingReceipt {
    const read = holds.readWaiting(receipt)
    if (read === undefined) throw new AppError('NOT_FOUND', 'the receipt was not made here, or is too old')
    return read
  }

  function readLink(link: string): ReadLink {
    const opened = holds.readLink(link)
    if (opened === undefined)
      throw new AppError('CONFIRMATION_UNKNOWN', 'the page of a mailed link was not made here, or is too old')
    return opened
  }

  /** Somebody may have left the page of their link open on a device that others use. */
  function ensureOver({ uid, state }: Registration): void {
    if (state === 'awaiting-confirmation')
      throw new AppError('CONFIRMATION_UNKNOWN', `registration ${uid} waits for a page that is not as old`)
  }

  function isOwn(req: Request, registrationUid: string): boolean {
    return holds.remembered(req)?.registrationUid === registrationUid
  }

  /** Sends again, or elsewhere; then the page says so. */
  async function ask(
    req: Request,
    res: Response,
    send: (receipt: WaitingReceipt) => Promise<unknown>,
  ): Promise<void> {
    const { receipt, csrf, email: typed } = WaitingForm.parse(req.body)
    if (!handles.isGenuine(receipt, csrf)) throw unreadable()
    const read = readWaiting(receipt)
    const wanted = choiceIn(req.body)
    if (wanted !== undefined) {
      pages.choose(req, res, wanted)
      const why = told.read(receipt, req.body)
      await showWaiting(req, res, { receipt, ...read, isSentAgain: false, typed, why })
      return
    }
    try {
      await send(read)
      seeOther(res, `${base}/waiting?receipt=${receipt}&sent=yes`)
    } catch (error) {
      if (!(error instanceof FormError || error instanceof HoldThrottled)) throw error
      await showWaiting(req, res, { receipt, ...read, isSentAgain: false, typed, why: whyOf(res, error) })
    }
  }

  async function showWaiting(req: Request, res: Response, shown: ShownWaiting): Promise<void> {
    const { receipt, registrationUid, isSentAgain, typed, why = nothingTold } = shown
    pages.speak(req, shown.language)
    const language = pages.languageOf(req)
    const registration = await getRegistration(context, registrationUid)
    if (registration.state === 'awaiting-approval') {
      const { isForSeveral } = await readHoldTerms(context.db, registration.keyUid)
      pages.show(req, res, 'approval', {
        title: pages.messages(req).approval.title,
        instanceName: config.instanceName,
        address: registration.email,
        until: createDates(language, config.timeZone).instant(registration.until),
        anotherHref: isForSeveral && shown.isBack === true ? `${base}/register` : undefined,
      })
      return
    }
    if (registration.state !== 'awaiting-confirmation') {
      await showOutcome(req, res, registration, { knowsPerson: isOwn(req, registrationUid) })
      return
    }
    const messages = pages.messages(req)
    const { mayChooseAddress } = await readHoldTerms(context.db, registration.keyUid)
    const problem = messagesFor(language, messages, why.problems).email
    pages.show(req, res, 'waiting', {
      title: problem === undefined ? messages.waiting.title : messages.waiting.titleWithErrors,
      receipt,
      csrf: handles.csrfOf(receipt),
      address: registration.email,
      until: createDates(language, config.timeZone).instant(registration.until),
      isSentAgain,
      typed: mayChooseAddress ? (typed ?? '') : undefined,
      error: problem,
      throttled: throttledText(why, messages.waiting),
      told: told.seal(receipt, why),
    })
  }

  async function showConfirm(
    req: Request,
    res: Response,
    { link, registration, why = nothingTold }: { link: string; registration: Registration; why?: Told },
  ): Promise<void> {
    const { uid, keyUid } = registration
    const knowsPerson = isOwn(req, uid)
    pages.speak(req, languageFrom((await readHoldTerms(context.db, keyUid)).language))
    if (registration.state !== 'awaiting-confirmation') {
      await showOutcome(req, res, registration, { knowsPerson })
      return
    }
    const messages = pages.messages(req)
    const language = pages.languageOf(req)
    const problem = messagesFor(language, messages, why.problems).password
    const wrong = problem ?? throttledText(why, messages.confirm)
    pages.show(req, res, 'confirm', {
      title: wrong === undefined ? messages.confirm.title : messages.confirm.titleWithErrors,
      link,
      csrf: handles.csrfOf(link),
      address: registration.email,
      needsPassword: !knowsPerson,
      error: wrong,
      told: told.seal(link, why),
    })
  }

  /** Finished, one way or the other. A login is told to who has it only. */
  async function showOutcome(
    req: Request,
    res: Response,
    registration: Registration,
    { knowsPerson }: { knowsPerson: boolean },
  ): Promise<void> {
    if (registration.state === 'awaiting-confirmation')
      throw new AppError('CONFIRMATION_UNKNOWN', 'the registration waits for another link')
    if (registration.state === 'awaiting-approval') {
      const receipt = holds.waitingFor({ registrationUid: registration.uid, language: pages.languageOf(req) })
      seeOther(res, `${base}/waiting?receipt=${receipt}`)
      return
    }
    if (registration.state === 'completed') {
      const { login, keyUid } = registration
      if (knowsPerson) visits.remember(req, res, keyUid)
      const receipt = handles.receiptFor({ login, language: pages.languageOf(req) })
      seeOther(res, knowsPerson ? `${base}/done?receipt=${receipt}` : `${base}/done`)
      return
    }
    pages.speak(req, languageFrom((await readHoldTerms(context.db, registration.keyUid)).language))
    const { reason, why } = registration
    const { declined } = pages.messages(req)
    const words = explanationOf(pages.messages(req), reason)
    pages.show(req, res.status(410), 'refusal', {
      ...words,
      reason: why === undefined ? words.reason : `${words.reason} ${declined.because(why)}`,
      ...nothingMore,
      whom: { inviter: undefined, contact: contactOf(config.supportContact) },
      title: words.heading,
      signInUrl: reason === 'account-exists' ? config.glpiUrl : undefined,
      requestId: req.id,
    })
  }
}

/** Of what became of it; what is somebody else's is called by its field. */
function explanationOf(
  { released, fieldTaken, declined, form }: Messages,
  reason: ReleaseReason,
): Explanation {
  const taken = (field: string) => ({ ...fieldTaken, reason: fieldTaken.reason(field) })
  switch (reason) {
    case 'phone-taken':
      return taken(form.fields.phone)
    case 'mobile-taken':
      return taken(form.fields.mobile)
    case 'number-taken':
      return taken(form.fields.registrationNumber)
    default:
      return { ...released, ...declined }[reason]
  }
}

interface ShownWaiting extends WaitingReceipt {
  receipt: string
  isSentAgain: boolean
  /** They came by the link of their invitation again. */
  isBack?: boolean
  typed?: string
  why?: Told
}

function whyOf(res: Response, error: FormError | HoldThrottled): Told {
  if (error instanceof FormError) {
    res.status(422)
    return { problems: error.problems, wait: undefined }
  }
  const { retryAfterSeconds: seconds } = error
  res.status(429).set('Retry-After', String(seconds))
  return { problems: {}, wait: { kind: 'tries', seconds } }
}

const throttledText = ({ wait }: Told, t: { throttled(minutes: number): string }): string | undefined =>
  wait && t.throttled(Math.ceil(wait.seconds / 60))

const unreadable = () =>
  new AppError('FORM_UNREADABLE', 'the form was not made by this server, or its secret has changed since')
