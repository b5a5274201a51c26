import { type Request, type Response, Router, urlencoded } from 'express'
import { z } from 'zod'
import { readMailboxProof } from '../keys'
import { readPasted } from '../shared/read-pasted'
import type { Context } from '../context'
import {
  lookUpCode,
  type OpenForm,
  openForm,
  proposeLogins,
  RegistrationForm,
  submitForm,
} from '../registration'
import { AppError, type FieldProblems, FormError, TooManyRequests, TooManyUnproven } from '../shared/errors'
import { statuses } from '../shared/http-statuses'
import { inTime, languageFrom, languages } from '../shared/i18n'
import { createDates } from '../mail'
import { codeCheckWords } from './code-check'
import { createCookieJar } from './cookie-jar'
import type { Handles, Invitation } from './handles'
import type { HoldHandles, OwnHold } from './hold-handles'
import type { Pages } from './pages'
import { choiceIn } from './language-switch'
import { originOf } from './origin'
import { findOwnHold, isWaitingForApproval } from './own-hold'
import { noteCode } from './refusal-pages'
import { registerView } from './register-view'
import { seeOther } from './see-other'
import { nothingTold, type Told, type ToldProblems, type Wait } from './told-problems'
import type { Visits } from './visits'

const CodeForm = z.object({ code: z.string().catch('') })
const FormHandle = z.object({ handle: z.string(), csrf: z.string() })
const Proof = z.object({ altcha: z.string().catch('') })
const Receipt = z.object({ receipt: z.string() })
const FormLanguages = z.object({
  /** Of the key. */
  formLanguage: z.enum(languages).optional().catch(undefined),
  /** The person's own. */
  chosen: z.enum(languages).optional().catch(undefined),
})

const boxLifeMs = 60 * 60_000

/** From the link to the account: what a new user sees. */
export function registrationRoutes(
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
  const boxes = createCookieJar(config.publicUrl, 'code-box', boxLifeMs)
  const router = Router()
  const form = urlencoded({ extended: false, limit: '32kb', parameterLimit: 50 })

  router.get('/', (req, res) => showCodeBox(req, res, { isLost: false }))

  router.post('/code', form, async (req, res) => {
    const { code } = CodeForm.parse(req.body)
    if (code.trim() === '') {
      showCodeBox(req, res.status(422), { isLost: false, error: pages.messages(req).code.empty })
      return
    }
    const pasted = readPasted(code)
    // Where cookies are refused, the form has to come with this answer: the next page would not know the code.
    const hasCookies = req.headers.cookie !== undefined
    const entering = hasCookies
      ? enter(res, pasted.code, pasted.secret)
      : showFormAtOnce(req, res, pasted.code, pasted.secret)
    await entering.catch((error: unknown) => showCodeAgain(req, res, code, error))
  })

  // The code leaves the address bar at once, and with it the history and the Referer.
  router.get('/r/:code', (req, res) => enter(res, req.params.code))
  // A mailed link has a second secret. One that proves nothing is no error: the code is as good without it.
  router.get('/r/:code/:secret', (req, res) => enter(res, req.params.code, req.params.secret))

  router.get('/register', async (req, res) => {
    const handle = handles.fromCookie(req)
    const invitation = handle === undefined ? undefined : handles.read(handle)
    if (handle === undefined || invitation === undefined) {
      showCodeBox(req, res, { isLost: true })
      return
    }
    await showForm(req, res, { handle, invitation, typed: undefined, told: nothingTold })
    context.funnel.look(invitation.keyUid, 'started', { ...originOf(req), method: req.method })
  })

  router.post('/register', form, async (req, res) => {
    const { handle, invitation } = readHandle(handles, req.body)
    noteCode(res, invitation.code, { provenAddress: invitation.provenAddress })
    const typed = RegistrationForm.parse(req.body)
    const { formLanguage, chosen } = FormLanguages.parse(req.body)
    pages.speak(req, formLanguage)
    const wanted = choiceIn(req.body)
    pages.choose(req, res, wanted ?? chosen)
    if (wanted !== undefined) {
      await showForm(req, res, { handle, invitation, typed, told: told.read(handle, req.body) })
      return
    }
    context.funnel.sent(invitation.keyUid)
    try {
      const language = pages.languageOf(req)
      const registration = await submitForm(context, {
        ...invitation,
        form: typed,
        language,
        chosenLanguage: pages.chosenBy(req),
        from: originOf(req),
        altcha: Proof.parse(req.body).altcha,
      })
      handles.clear(res)
      if (registration.state === 'completed') {
        visits.remember(req, res, registration.keyUid)
        seeOther(res, `${base}/done?receipt=${handles.receiptFor({ login: registration.login, language })}`)
        return
      }
      const { uid: registrationUid, keyUid } = registration
      holds.remember(res, { registrationUid, keyUid })
      seeOther(res, `${base}/waiting?receipt=${holds.waitingFor({ registrationUid, language })}`)
    } catch (error) {
      context.funnel.refused(invitation.keyUid, error)
      if (!(error instanceof FormError || error instanceof TooManyRequests)) throw error
      context.log.info({ requestId: req.id, code: error.code }, error.message)
      const { problems } = error
      const wait = error instanceof FormError ? undefined : waitOf(res, error)
      const why = { problems, wait }
      await showForm(req, res.status(statuses[error.code]), { handle, invitation, typed, told: why })
    }
  })

  router.get('/done', (req, res) => {
    const receipt = handles.readReceipt(Receipt.catch({ receipt: '' }).parse(req.query).receipt)
    pages.speak(req, receipt?.language)
    const { title } = pages.messages(req).done
    pages.show(req, res, 'done', { title, login: receipt?.login, glpiUrl: config.glpiUrl })
  })

  return router

  async function enter(res: Response, typedCode: string, secret?: string): Promise<void> {
    try {
      const { keyUid } = await openInvitation(res, typedCode, secret)
      const own = holds.remembered(res.req)
      const isBack = own !== undefined && (await isWaitingForApproval(context, own, keyUid))
      seeOther(res, isBack ? `${waitingPath(res, own)}&another=yes` : `${base}/register`)
    } catch (error) {
      const own = await findOwnHold(context, holds, res.req, { typedCode, error })
      if (own === undefined) throw error
      seeOther(res, waitingPath(res, own)) // it is held by the very person who opens it again
    }
  }

  function waitingPath({ req }: Response, { registrationUid }: OwnHold): string {
    const receipt = holds.waitingFor({ registrationUid, language: pages.languageOf(req) })
    return `${base}/waiting?receipt=${receipt}`
  }

  /** @returns the handle, which is in the cookie, too */
  async function openInvitation(
    res: Response,
    typedCode: string,
    secret?: string,
  ): Promise<{ handle: string; keyUid: string }> {
    noteCode(res, typedCode, { secret })
    const { code, key } = await lookUpCode(context, typedCode, originOf(res.req))
    context.funnel.look(key.uid, 'opened', { ...originOf(res.req), method: res.req.method })
    const provenAddress =
      secret === undefined ? undefined : await readMailboxProof(context.db, { keyUid: key.uid, secret })
    const handle = handles.open(res, { code: code.normalForm, keyUid: key.uid, provenAddress })
    return { handle, keyUid: key.uid }
  }

  async function showFormAtOnce(req: Request, res: Response, code: string, secret?: string): Promise<void> {
    const { handle } = await openInvitation(res, code, secret)
    const invitation = handles.read(handle)
    if (invitation === undefined) throw new Error('a handle that was just sealed cannot be read')
    await showForm(req, res, { handle, invitation, typed: undefined, told: nothingTold })
    context.funnel.look(invitation.keyUid, 'started', { ...originOf(req), method: req.method })
  }

  /** Nothing is lost: whoever comes without an invitation in their cookies finds the box for its code. */
  function showCodeBox(
    req: Request,
    res: Response,
    { isLost, error, value = '' }: { isLost: boolean; error?: string; value?: string },
  ): void {
    const messages = pages.messages(req)
    // Whoever sends the box back without it refuses cookies, and is shown the form at once.
    boxes.write(res, 'open')
    pages.show(req, res, 'code', {
      title: messages.code.title,
      value,
      error,
      codeCheck: codeCheckWords(messages),
      isLost,
      own: isLost ? ownSentence(req, visits.last(req)) : undefined,
      signInUrl: config.glpiUrl,
    })
  }

  /** Whoever has to wait does not have to type it again. */
  function showCodeAgain(req: Request, res: Response, code: string, thrown: unknown): void {
    if (!(thrown instanceof TooManyRequests)) throw thrown
    const error = waitText(pages, req, waitOf(res, thrown)).code
    showCodeBox(req, res.status(statuses[thrown.code]), { isLost: false, error, value: code })
  }

  function ownSentence(req: Request, when: Date | undefined): string | undefined {
    if (when === undefined) return undefined
    const dates = createDates(pages.languageOf(req), config.timeZone)
    return pages.messages(req).deadEnd.own.again(dates.instant(when))
  }

  async function showForm(
    req: Request,
    res: Response,
    { handle, invitation, typed, told: why }: ShownForm,
  ): Promise<void> {
    noteCode(res, invitation.code, { provenAddress: invitation.provenAddress })
    const open = await openForm(context, invitation.code, invitation.openedAt)
    pages.speak(req, languageFrom(open.language))
    const { problems } = why
    const notice = why.wait && waitText(pages, req, why.wait).form
    const proven = invitation.provenAddress === undefined ? {} : { email: invitation.provenAddress }
    pages.show(req, res, 'register', {
      handle,
      csrf: handles.csrfOf(handle),
      told: told.seal(handle, why),
      notice,
      altcha: context.altcha?.challengeFor(invitation.submitToken),
      formLanguage: languageFrom(open.language),
      chosenLanguage: pages.chosenBy(req),
      instanceName: config.instanceName,
      own: ownSentence(req, visits.find(req, invitation.keyUid)),
      signInUrl: config.glpiUrl,
      ...registerView({
        language: pages.languageOf(req),
        messages: pages.messages(req),
        open,
        proven,
        typed,
        problems,
        hasNotice: notice !== undefined,
        freeLogins: await freeLogins(open, typed, problems),
      }),
    })
  }

  /** Asked for only when somebody could not have, or did not think of, theirs. */
  async function freeLogins(
    { modes, values }: OpenForm,
    typed: RegistrationForm | undefined,
    { login }: FieldProblems,
  ): Promise<string[]> {
    const isNeeded =
      modes.login === 'required' && (login?.code === 'login-taken' || login?.code === 'required')
    if (!isNeeded || typed === undefined) return []
    const own = { ...values, ...typed }
    return proposeLogins(context, await context.glpi.side(), own)
  }
}

interface ShownForm {
  handle: string
  invitation: Invitation
  typed: RegistrationForm | undefined
  told: Told
}

function waitOf(res: Response, error: TooManyRequests): Wait {
  const { retryAfterSeconds: seconds } = error
  res.set('Retry-After', String(seconds))
  return { kind: error instanceof TooManyUnproven ? 'unproven' : 'tries', seconds }
}

function waitText(pages: Pages, req: Request, { kind, seconds }: Wait) {
  const { limits } = pages.messages(req)
  const when = inTime(pages.languageOf(req), seconds)
  const form = kind === 'unproven' ? limits.unproven(when) : limits.form(when)
  return { form, code: limits.code(when) }
}

/** The handle makes the form independent of cookies; the token shows that this server made the form. */
function readHandle(handles: Handles, body: unknown): { handle: string; invitation: Invitation } {
  const fields = FormHandle.safeParse(body).data
  if (fields !== undefined && handles.isGenuine(fields.handle, fields.csrf)) {
    const invitation = handles.read(fields.handle)
    if (invitation !== undefined) return { handle: fields.handle, invitation }
  }
  throw new AppError(
    'FORM_UNREADABLE',
    'the form was not made by this server, or its secret has changed since',
  )
}
