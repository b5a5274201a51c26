import { Router, urlencoded } from 'express'
import { z } from 'zod'
import type { Context } from '../context'
import { askForLink, AskRefused, type AskProblems, noteLength, problemsOfAsking } from '../requests'
import { AppError, TooManyRequests } from '../shared/errors'
import type { Messages } from '../shared/i18n'
import type { AskHandles } from './ask-handles'
import type { Handles } from './handles'
import { choiceIn } from './language-switch'
import { originOf } from './origin'
import type { Pages } from './pages'
import type { RefusalPages } from './refusal-pages'
import { seeOther } from './see-other'
import type { ToldProblems } from './told-problems'
import type { AskView } from './views'

const text = z.string().catch('')
const AskForm = z.object({ ask: text, csrf: text, email: text, note: text })
const AskedQuery = z.object({ receipt: text })

/** Asking for a new link, from the page that refuses the old one. */
export function askRoutes(
  context: Context,
  pages: Pages,
  tools: { base: string; handles: Handles; asks: AskHandles; refusals: RefusalPages; told: ToldProblems },
): Router {
  const { base, handles, asks, refusals, told } = tools
  const router = Router()
  const form = urlencoded({ extended: false, limit: '32kb', parameterLimit: 50 })

  router.post('/link-requests', form, async (req, res) => {
    const { ask, csrf, email, note } = AskForm.parse(req.body)
    const asking = handles.isGenuine(ask, csrf) ? asks.read(ask) : undefined
    if (asking === undefined)
      throw new AppError('FORM_UNREADABLE', 'the form was not made here, or is too old')
    pages.speak(req, asking.language)
    const typed = { email, note }
    const wanted = choiceIn(req.body)
    if (wanted !== undefined) {
      pages.choose(req, res, wanted)
      const errors = errorsOf(pages.messages(req), problemsOfAsking({ address: email, note }))
      await refusals.showAgain(req, res, asking, { ...typed, errors, wait: told.read(ask, req.body).wait })
      return
    }
    try {
      await askForLink(context, { ...asking, address: email, note, from: originOf(req) })
      seeOther(res, `${base}/link-requests?receipt=${asks.receiptFor(pages.languageOf(req))}`)
    } catch (error) {
      if (error instanceof AskRefused) {
        const errors = errorsOf(pages.messages(req), error.problems)
        await refusals.showAgain(req, res.status(422), asking, { ...typed, errors, wait: undefined })
      } else if (error instanceof TooManyRequests) {
        const wait = { kind: 'tries' as const, seconds: error.retryAfterSeconds }
        res.status(429).set('Retry-After', String(wait.seconds))
        await refusals.showAgain(req, res, asking, { ...typed, errors: {}, wait })
      } else throw error
    }
  })

  router.get('/link-requests', (req, res) => {
    const language = asks.readReceipt(AskedQuery.parse(req.query).receipt)
    if (language === undefined)
      throw new AppError('NOT_FOUND', 'the receipt was not made here, or is too old')
    pages.speak(req, language)
    pages.show(req, res, 'asked', { title: pages.messages(req).asked.title })
  })

  return router
}

function errorsOf({ problems, deadEnd }: Messages, { address, note }: AskProblems): AskView['errors'] {
  return {
    ...(address === undefined ? {} : { email: problems[address](0, '') }),
    ...(note === undefined ? {} : { note: deadEnd.ask.noteTooLong(noteLength) }),
  }
}
