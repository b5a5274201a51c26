import type { Context } from '../../../context'
import { erasePerson, exportedJson, exportPerson, type PersonFile, readPerson } from '../../../privacy'
import { originOf } from '../../origin'
import type { Desk } from '../desk'
import type { ConsoleRoute } from '../route'
import { ensureWho, isRetyped, readWho, retypeOf, sealWho, unsealWho } from './asked-person'
import { foundPerson } from './found-person'

/** What is kept about somebody: looked up, given out, erased. */
export function privacyRoutes(context: Context): ConsoleRoute[] {
  const { db, clock } = context

  async function showFound(
    desk: Desk,
    who: { sealed: string; email: string; login: string },
    retypeError?: string,
  ): Promise<void> {
    const file = await readPerson(db, desk.side, who, clock.now())
    showForm(desk, {
      ...who,
      found: foundPerson(desk, file, { sealed: who.sealed, retype: retypeOf(who), retypeError }),
    })
  }

  return [
    {
      method: 'get',
      path: '/privacy',
      may: 'configure',
      handle: async (req, _res, desk) => {
        const sealed = req.query['person']
        const who = unsealWho(context, sealed)
        if (who !== undefined && typeof sealed === 'string') return showFound(desk, { sealed, ...who })
        showForm(desk, { error: sealed === undefined ? undefined : desk.t.privacy.lapsed })
      },
    },
    {
      method: 'post',
      path: '/privacy/lookups',
      may: 'configure',
      handle: async (req, res, desk) => {
        const who = readWho(req.body)
        if (who !== undefined) return desk.redirect(`/privacy?person=${sealWho(context, who)}`)
        res.status(422)
        showForm(desk, { error: desk.t.privacy.nobodyNamed })
      },
    },
    {
      method: 'post',
      path: '/privacy/exports',
      may: 'configure',
      handle: async (req, res, desk) => {
        const file = await exportPerson(context, byOf(desk, req), ensureWho(context, req.body))
        res
          .attachment('personal-data.json')
          .type('application/json')
          .send(JSON.stringify(exportedJson(file, clock.now()), null, 2))
      },
    },
    {
      method: 'post',
      path: '/privacy/erasures',
      may: 'configure',
      handle: async (req, res, desk) => {
        const who = ensureWho(context, req.body)
        if (!isRetyped(who, req.body)) {
          res.status(422)
          return showFound(desk, who, desk.t.privacy.retyped)
        }
        const n = sizeOf(await erasePerson(context, byOf(desk, req), who, { revoking: true }))
        await desk.redirect('/privacy', desk.t.privacy.erased(n, desk.format.number(n)))
      },
    },
  ]
}

const byOf = (desk: Desk, req: Parameters<ConsoleRoute['handle']>[0]) => ({
  actor: desk.eventActor,
  from: originOf(req),
})

const sizeOf = (file: PersonFile): number => {
  const { registrations, keys, mails, proofs, requests, imports, origins, texts } = file
  const all = [registrations, keys, mails, proofs, requests, imports, origins, texts]
  return all.reduce((sum, rows) => sum + rows.length, 0)
}

interface Shown {
  email?: string
  login?: string
  error?: string | undefined
  found?: ReturnType<typeof foundPerson>
}

function showForm(desk: Desk, { email = '', login = '', error, found }: Shown): void {
  desk.show('privacy', { title: desk.t.privacy.title, csrf: desk.csrf, email, login, error, found })
}
