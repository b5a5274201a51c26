import { issueMailboxProof, setRedemptionStop, sweepHolds } from '../../src/keys'
import { approveRegistration, type Decider, rejectRegistration } from '../../src/registration'
import { givenAdmin, rights } from '../support/admins'
import type { Answer } from '../support/browser'
import { keepSecret } from '../support/evidence'
import { hiddenOf, registrationOf } from '../support/holds'
import { givenInviter } from '../support/inviters'
import {
  type Case,
  conformTo,
  type Counts,
  dayMs,
  hourMs,
  minuteMs,
  type Scene,
  type Sent,
  type Wanted,
} from '../support/scene'
import { givenEntity } from '../support/signing-in'
import type { TestApp } from '../support/test-app'

const system = { kind: 'system' } as const
const one: Partial<Counts> = { completed: 1, registrations: ['completed'], accounts: 1 }
const held: Partial<Counts> = { held: 1, registrations: ['awaiting-confirmation'] }
const undecided: Partial<Counts> = { held: 1, registrations: ['awaiting-approval'] }
const released: Partial<Counts> = { registrations: ['released'] }
const anew: Partial<Counts> = { completed: 1, registrations: ['released', 'completed'], accounts: 1 }

const withIssuer = async ({ database }: TestApp) => ({ issuer: (await givenInviter(database)).issuer })
const inviterOf = (scene: Scene) =>
  scene.app.database
    .sql<{ usersId: number; profilesId: number }>(
      'SELECT issuer_users_id AS usersId, issuer_profiles_id AS profilesId FROM ??.registration_keys WHERE uid = ?',
      [scene.app.database.database, Buffer.from(scene.key.uid.replaceAll('-', ''), 'hex')],
    )
    .then(([row]) => row ?? { usersId: 0, profilesId: 0 })

const inviters: {
  title: string
  becomes: (scene: Scene, who: { usersId: number; profilesId: number }) => unknown
}[] = [
  {
    title: 'may not create users any more',
    becomes: (scene, { profilesId }) =>
      scene.glpi(
        "UPDATE ??.glpi_profilerights SET rights = 1 WHERE profiles_id = ? AND name = 'user'",
        profilesId,
      ),
  },
  {
    title: 'does not hold the profile any more',
    becomes: (scene, { usersId }) =>
      scene.glpi('DELETE FROM ??.glpi_profiles_users WHERE users_id = ?', usersId),
  },
  {
    title: 'looks after another entity now',
    becomes: async (scene, { usersId }) =>
      scene.glpi(
        'UPDATE ??.glpi_profiles_users SET entities_id = ? WHERE users_id = ?',
        await givenEntity(scene.app),
        usersId,
      ),
  },
  {
    title: 'is disabled',
    becomes: (scene, { usersId }) =>
      scene.glpi('UPDATE ??.glpi_users SET is_active = 0 WHERE id = ?', usersId),
  },
  {
    title: 'is in the bin',
    becomes: (scene, { usersId }) =>
      scene.glpi('UPDATE ??.glpi_users SET is_deleted = 1 WHERE id = ?', usersId),
  },
  {
    title: 'is deleted for good',
    becomes: (scene, { usersId }) => scene.glpi('DELETE FROM ??.glpi_users WHERE id = ?', usersId),
  },
  {
    title: 'has left, by the end date in GLPI,',
    becomes: (scene, { usersId }) =>
      scene.glpi("UPDATE ??.glpi_users SET end_date = '2020-01-01' WHERE id = ?", usersId),
  },
]

/** Places of its own, so that no other case misses them. */
async function grantOfOwn(app: TestApp): Promise<Wanted> {
  const { glpiDatabase, sql } = app.database
  const insert = async (statement: string): Promise<number> => {
    await sql(statement, [glpiDatabase])
    return (await sql<{ id: number }>('SELECT LAST_INSERT_ID() AS id'))[0]?.id ?? 0
  }
  const profilesId = await insert(
    "INSERT INTO ??.glpi_profiles (name, interface) VALUES ('Guests', 'helpdesk')",
  )
  const group = await insert(
    "INSERT INTO ??.glpi_groups (name, entities_id, is_recursive, is_usergroup) VALUES ('Guests', 0, 1, 1)",
  )
  const entitiesId = await givenEntity(app)
  return { grant: { authorisations: [{ profilesId, entitiesId, isRecursive: false }], groupIds: [group] } }
}

const removals: {
  title: string
  becomes: (scene: Scene, ids: Record<'profile' | 'entity' | 'group', number>) => unknown
}[] = [
  {
    title: 'whose profile is gone',
    becomes: (scene, { profile }) => scene.glpi('DELETE FROM ??.glpi_profiles WHERE id = ?', profile),
  },
  {
    title: 'whose profile opens the back office now',
    becomes: (scene, { profile }) =>
      scene.glpi("UPDATE ??.glpi_profiles SET interface = 'central' WHERE id = ?", profile),
  },
  {
    title: 'whose entity is gone',
    becomes: (scene, { entity }) => scene.glpi('DELETE FROM ??.glpi_entities WHERE id = ?', entity),
  },
  {
    title: 'whose group is gone',
    becomes: (scene, { group }) => scene.glpi('DELETE FROM ??.glpi_groups WHERE id = ?', group),
  },
  {
    title: 'whose group takes no members any more',
    becomes: (scene, { group }) =>
      scene.glpi('UPDATE ??.glpi_groups SET is_usergroup = 0 WHERE id = ?', group),
  },
]

async function idsOf({ app, key }: Scene): Promise<Record<'profile' | 'entity' | 'group', number>> {
  const { database, sql } = app.database
  const [row] = await sql<Record<'profile' | 'entity' | 'group', number>>(
    `SELECT a.profiles_id AS profile, a.entities_id AS entity, g.groups_id AS \`group\`
     FROM ??.key_authorisations a JOIN ??.key_groups g ON g.key_uid = a.key_uid WHERE a.key_uid = ?`,
    [database, database, Buffer.from(key.uid.replaceAll('-', ''), 'hex')],
  )
  if (row === undefined) throw new Error('the key grants nothing')
  return row
}

const world: {
  title: string
  key: NonNullable<Case['key']>
  becomes: (scene: Scene) => Promise<unknown>
  code: string
}[] = [
  ...inviters.map(({ title, becomes }) => ({
    title: `a key whose inviter ${title}`,
    key: withIssuer,
    becomes: async (scene: Scene) => becomes(scene, await inviterOf(scene)),
    code: '403 KEY_ISSUER_REFUSED',
  })),
  ...removals.map(({ title, becomes }) => ({
    title: `a key ${title}`,
    key: grantOfOwn,
    becomes: async (scene: Scene) => becomes(scene, await idsOf(scene)),
    code: '403 KEY_GRANT_REFUSED',
  })),
  {
    title: 'a key of an instance whose kill switch is on',
    key: {},
    becomes: (scene) => setRedemptionStop(scene.app.context, system, true),
    code: '503 REDEMPTION_STOPPED',
  },
  {
    title: 'a key while GLPI is in maintenance',
    key: {},
    becomes: (scene) =>
      scene.meanwhile(
        "UPDATE ??.glpi_configs SET value = '1' WHERE name = 'maintenance_mode'",
        "UPDATE ??.glpi_configs SET value = '0' WHERE name = 'maintenance_mode'",
      ),
    code: '503 GLPI_MAINTENANCE',
  },
]

/** The switch is for all cases that come after. */
const finallyOn = async <T>(scene: Scene, result: Promise<T>): Promise<T> => {
  try {
    return await result
  } finally {
    await setRedemptionStop(scene.app.context, system, false)
  }
}

const changed: Case[] = world.flatMap(({ title, key, becomes, code }) => [
  {
    title: `${title} refuses a form that was open`,
    key,
    does: (scene: Scene) => finallyOn(scene, scene.sendAfter(becomes)),
    answers: code,
  },
  {
    title: `${title} makes no account of an address that is confirmed, and the use stays held`,
    key: async (app: TestApp, me: string) => ({
      ...(typeof key === 'function' ? await key(app, me) : key),
      needsProof: true,
    }),
    does: async (scene: Scene) => {
      const { browser } = await scene.register()
      const path = await scene.mailed()
      await becomes(scene)
      return finallyOn(scene, scene.confirm(browser, path))
    },
    answers: code,
    counts: held,
  },
])

const granted: Case = {
  title: 'a key with a profile, an entity and a group gives each of them once',
  key: grantOfOwn,
  does: async (scene) => (await scene.register()).page,
  answers: '200 done',
  counts: { ...one, memberships: 1 },
}

const proof: Wanted = { needsProof: true }
const mailedLink = async ({ app, key }: Scene, address: string, of = key): Promise<string> => {
  const secret = await issueMailboxProof(app.context.db, app.context, { keyUid: of.uid, address })
  keepSecret(secret)
  return `${key.link}/${secret}`
}

const proofs: Case[] = [
  {
    title: 'a form with an unproven address holds a use and makes nothing',
    key: proof,
    does: async (scene) => (await scene.register()).page,
    answers: '200 waiting',
    counts: held,
  },
  {
    title: 'a form that is sent again while it waits holds no second use',
    key: { ...proof, maxUses: 5 },
    does: async (scene) => {
      const { browser, form, typed } = await scene.register()
      return Promise.all([browser.submit(form, typed), browser.submit(form, typed)])
    },
    answers: ['200 waiting', '200 waiting'],
    counts: held,
  },
  {
    title: 'a registered address gets the same page and the same hold',
    key: proof,
    does: async (scene) => {
      await scene.knows({ email: `${scene.me}@example.org` })
      return (await scene.register({ email: `${scene.me}@example.org` })).page
    },
    answers: '200 waiting',
    counts: held,
  },
  {
    title: 'the mailed link and a button suffice in the browser that registered',
    key: proof,
    does: async (scene) => {
      const { browser } = await scene.register()
      return scene.confirm(browser, await scene.mailed())
    },
    answers: '200 done',
    counts: one,
  },
  {
    title: 'the right password confirms in any other browser',
    key: proof,
    does: async (scene) => {
      const { typed } = await scene.register()
      return scene.confirm(scene.app.browser(), await scene.mailed(), typed.password)
    },
    answers: '200 done',
    counts: one,
  },
  {
    title: 'a wrong password confirms nothing',
    key: proof,
    does: async (scene) => {
      await scene.register()
      return scene.confirm(scene.app.browser(), await scene.mailed(), 'some other password')
    },
    answers: '422 password: password-wrong',
    counts: held,
  },
  {
    title: 'an empty password confirms nothing',
    key: proof,
    does: async (scene) => {
      await scene.register()
      return scene.confirm(scene.app.browser(), await scene.mailed(), '')
    },
    answers: '422 password: required',
    counts: held,
  },
  {
    title: 'a confirmation link with one wrong character is unknown',
    key: proof,
    does: async (scene) => {
      const { browser } = await scene.register()
      return browser.get((await scene.mailed()).replace(/.$/, (last) => (last === '0' ? '1' : '0')))
    },
    answers: '404 error: confirmationUnknown',
    counts: held,
  },
  {
    title: 'a confirmation page without a link is unknown',
    key: proof,
    does: async (scene) => {
      const { browser } = await scene.register()
      return browser.get('/confirm')
    },
    answers: '404 error: confirmationUnknown',
    counts: held,
  },
  {
    title: 'a confirmation without the token of its page is not read',
    key: proof,
    does: async (scene) => {
      const { browser } = await scene.register()
      const { link = '' } = hiddenOf(await browser.get(await scene.mailed()), '/confirm')
      return browser.post('/confirm', { link, csrf: 'x' })
    },
    answers: '400 error: formUnreadable',
    counts: held,
  },
  {
    title: 'a mail scanner that follows links, runs scripts and presses buttons confirms nothing',
    key: proof,
    does: async (scene) => {
      await scene.register()
      const scanner = scene.app.browser()
      const path = await scene.mailed()
      await scanner.head(path)
      const page = await scanner.get(path)
      await scanner.head(page.path)
      return [
        page,
        await scene.press(scanner, page),
        await scene.press(scanner, await scanner.get(page.path), ''),
      ]
    },
    answers: ['200 confirm', '422 password: required', '422 password: required'],
    counts: held,
  },
  {
    title: 'after a mail scanner was there, the person still confirms with a press',
    key: proof,
    does: async (scene) => {
      const { browser } = await scene.register()
      const path = await scene.mailed()
      await scene.confirm(scene.app.browser(), path)
      return scene.confirm(browser, path)
    },
    answers: '200 done',
    counts: one,
  },
  {
    title: 'a browser that waits for a registration of its own does not confirm another',
    key: { ...proof, maxUses: 2 },
    does: async (scene) => {
      const other = await scene.register()
      await scene.register()
      return scene.confirm(other.browser, await scene.mailed())
    },
    answers: '422 password: required',
    counts: { held: 2, registrations: ['awaiting-confirmation', 'awaiting-confirmation'] },
  },
  {
    title: 'a double press makes one account',
    key: proof,
    does: async (scene) => {
      const { browser } = await scene.register()
      const page = await browser.get(await scene.mailed())
      return Promise.all([scene.press(browser, page), scene.press(browser, page)])
    },
    answers: ['200 done', '200 done'],
    counts: one,
  },
  {
    title: 'a confirmation link that is opened again says that the account is there',
    key: proof,
    does: async (scene) => {
      const { browser } = await scene.register()
      const path = await scene.mailed()
      return [await scene.confirm(browser, path), await browser.get(path)]
    },
    answers: ['200 done', '200 done'],
    counts: one,
  },
  {
    title: 'the link of the address before is dead once the address is corrected',
    key: proof,
    does: async (scene) => {
      const { browser, page } = await scene.register({ email: `${scene.me}-wrnog@example.org` })
      const path = await scene.mailed()
      const fields = hiddenOf(page, '/waiting/address')
      return [
        await browser.post('/waiting/address', { ...fields, email: `${scene.me}-right@example.org` }),
        await browser.get(path),
        await scene.confirm(browser, await scene.mailed()),
      ]
    },
    answers: ['200 waiting', '404 error: confirmationUnknown', '200 done'],
    counts: one,
  },
  {
    title: 'a link that was mailed to the address proves it, and holds nothing',
    key: proof,
    does: async (scene) => {
      const email = `${scene.me}@example.org`
      return (await scene.register({ email }, { link: await mailedLink(scene, email) })).page
    },
    answers: '200 done',
    counts: one,
  },
  {
    title: 'a link that was mailed to somebody else proves nothing',
    key: proof,
    does: async (scene) => {
      const link = await mailedLink(scene, `${scene.me}-other@example.org`)
      return (await scene.register({ email: `${scene.me}@example.org` }, { link })).page
    },
    answers: '200 waiting',
    counts: held,
  },
  {
    title: 'a mailed link with a wrong secret proves nothing',
    key: proof,
    does: async (scene) => {
      const email = `${scene.me}@example.org`
      const link = (await mailedLink(scene, email)).replace(/.$/, (last) => (last === '0' ? '1' : '0'))
      return (await scene.register({ email }, { link })).page
    },
    answers: '200 waiting',
    counts: held,
  },
]

const unkept: Case[] = [
  {
    title: 'a hold whose day is over cannot be confirmed, though nobody has swept it yet',
    key: proof,
    does: async (scene) => {
      const { browser } = await scene.register()
      scene.app.clock.advance(dayMs - minuteMs)
      const page = await browser.get(await scene.mailed())
      scene.app.clock.advance(minuteMs)
      return scene.press(browser, page)
    },
    answers: '410 released: lapsed',
    counts: held,
  },
  {
    title: 'a hold that lapses is given back once, and its link says why',
    key: proof,
    does: async (scene) => {
      const { browser } = await scene.register()
      const path = await scene.mailed()
      scene.app.clock.advance(dayMs)
      await Promise.all([sweepHolds(scene.app.context), sweepHolds(scene.app.context)])
      return browser.get(path)
    },
    answers: '410 released: lapsed',
    counts: released,
  },
  {
    title: 'a hold is kept to the last minute',
    key: proof,
    does: async (scene) => {
      const { browser } = await scene.register()
      const path = await scene.mailed()
      scene.app.clock.advance(dayMs - minuteMs)
      await sweepHolds(scene.app.context)
      return scene.confirm(browser, path)
    },
    answers: '200 done',
    counts: one,
  },
  {
    title: 'the place of a hold that lapsed is for the next one',
    key: proof,
    does: async (scene) => {
      await scene.register()
      scene.app.clock.advance(dayMs)
      await sweepHolds(scene.app.context)
      const { browser } = await scene.register()
      return scene.confirm(browser, await scene.mailed())
    },
    answers: '200 done',
    counts: anew,
  },
  {
    title: 'revoking gives a hold back, and its link says why',
    key: proof,
    does: async (scene) => {
      const { browser } = await scene.register()
      const path = await scene.mailed()
      await scene.revoke()
      return browser.get(path)
    },
    answers: '410 released: revoked',
    counts: released,
  },
  {
    title: 'revoking gives a hold back whose confirmation page was open',
    key: proof,
    does: async (scene) => {
      const { browser } = await scene.register()
      const page = await browser.get(await scene.mailed())
      await scene.revoke()
      return scene.press(browser, page)
    },
    answers: '410 released: revoked',
    counts: released,
  },
  {
    title: 'revoking leaves what is completed as it is',
    key: { ...proof, maxUses: 2 },
    does: async (scene) => {
      const { browser } = await scene.register()
      await scene.confirm(browser, await scene.mailed())
      const second = await scene.register()
      await scene.revoke()
      return second.browser.get(second.page.path)
    },
    answers: '410 released: revoked',
    counts: { completed: 1, registrations: ['completed', 'released'], accounts: 1 },
  },
  {
    title: 'a hold is given back when somebody in GLPI got the login meanwhile',
    key: proof,
    does: async (scene) => {
      const { browser } = await scene.register({ login: scene.me })
      await scene.knows({ name: scene.me.toUpperCase(), authtype: 3 })
      return scene.confirm(browser, await scene.mailed())
    },
    answers: '410 released: login-taken',
    counts: released,
  },
  {
    title: 'a hold is given back when somebody in GLPI got the address meanwhile',
    key: proof,
    does: async (scene) => {
      const { browser } = await scene.register({ email: `${scene.me}@example.org` })
      await scene.knows({ email: `${scene.me}@example.org` })
      return scene.confirm(browser, await scene.mailed())
    },
    answers: '410 released: account-exists',
    counts: released,
  },
  {
    title: 'a hold is completed after the end of its key and with a lowered limit',
    key: { ...proof, maxUses: 3 },
    does: async (scene) => {
      const { browser } = await scene.register()
      await scene.change({ maxUses: 1, expiresAt: scene.later(hourMs) })
      scene.app.clock.advance(2 * hourMs)
      return scene.confirm(browser, await scene.mailed())
    },
    answers: '200 done',
    counts: one,
  },
]

const toApprove: Wanted = { needsApproval: true, expiresAt: undefined }
const server: Decider = { actor: system, issuer: system, scope: { kind: 'all' } }
const decider = ({ usersId, profilesId, entitiesId }: Awaited<ReturnType<typeof givenAdmin>>): Decider => ({
  actor: { kind: 'user', usersId },
  issuer: { kind: 'user', usersId, profilesId, entitiesId },
  scope: { kind: 'all' },
})
const anAdmin = async (scene: Scene, wanted: Parameters<typeof givenAdmin>[1]): Promise<Decider> => {
  const admin = await givenAdmin(scene.app.database, wanted)
  scene.isOther(admin.usersId)
  return decider(admin)
}
const uidOf = async ({ app, key }: Scene) => (await registrationOf(app, key)).uid
const approve = async (scene: Scene, by = server) =>
  approveRegistration(scene.app.context, by, await uidOf(scene))
const reject = async (scene: Scene, by = server) =>
  rejectRegistration(scene.app.context, by, { uid: await uidOf(scene), why: 'We do not know you.' })

/** What the person's page says after a decision. */
const decided = async (scene: Scene, decides: (sent: Sent) => Promise<unknown>): Promise<Answer> => {
  const sent = await scene.register()
  await decides(sent)
  return sent.browser.get(sent.page.path)
}
const isRefused = (deciding: Promise<unknown>, why: string) =>
  expect(deciding).rejects.toMatchObject({ code: 'DECISION_REFUSED', problem: why })

const approvals: Case[] = [
  {
    title: 'a form that has to be approved holds a use and makes nothing',
    key: toApprove,
    does: async (scene) => (await scene.register()).page,
    answers: '200 waiting for approval',
    counts: undecided,
  },
  {
    title: 'approving makes the account',
    key: toApprove,
    does: (scene) => decided(scene, () => approve(scene)),
    answers: '200 done',
    counts: one,
  },
  {
    title: 'somebody who may grant it approves',
    key: toApprove,
    does: (scene) => decided(scene, async () => approve(scene, await anAdmin(scene, { user: 7, config: 3 }))),
    answers: '200 done',
    counts: one,
  },
  {
    title: 'rejecting gives the use back',
    key: toApprove,
    does: (scene) => decided(scene, () => reject(scene)),
    answers: '410 released: rejected',
    counts: released,
  },
  {
    title: 'nobody approves what was rejected',
    key: toApprove,
    does: (scene) =>
      decided(scene, async () => {
        await reject(scene)
        await isRefused(approve(scene), 'not-waiting')
      }),
    answers: '410 released: rejected',
    counts: released,
  },
  {
    title: 'nobody rejects what was approved',
    key: toApprove,
    does: (scene) =>
      decided(scene, async () => {
        await approve(scene)
        await isRefused(reject(scene), 'not-waiting')
      }),
    answers: '200 done',
    counts: one,
  },
  {
    title: 'of two who approve at once, one does, and there is one account',
    key: toApprove,
    does: (scene) => decided(scene, () => Promise.allSettled([approve(scene), approve(scene)])),
    answers: '200 done',
    counts: one,
  },
  {
    title: 'what nobody has decided in fourteen days lapses',
    key: toApprove,
    does: (scene) =>
      decided(scene, async () => {
        scene.app.clock.advance(14 * dayMs)
        await isRefused(approve(scene), 'not-waiting')
        await sweepHolds(scene.app.context)
      }),
    answers: '410 released: undecided',
    counts: released,
  },
  {
    title: 'what waits for approval is kept to the last minute',
    key: toApprove,
    does: (scene) =>
      decided(scene, async () => {
        scene.app.clock.advance(14 * dayMs - minuteMs)
        await sweepHolds(scene.app.context)
        await approve(scene)
      }),
    answers: '200 done',
    counts: one,
  },
  {
    title: 'somebody who may not create users does not approve',
    key: toApprove,
    does: (scene) =>
      decided(scene, async () => {
        const by = await anAdmin(scene, { user: rights.read | rights.update })
        await isRefused(approve(scene, by), 'approver')
      }),
    answers: '200 waiting for approval',
    counts: undecided,
  },
  {
    title: 'somebody who looks after another entity does not approve',
    key: toApprove,
    does: (scene) =>
      decided(scene, async () => {
        const by = await anAdmin(scene, { user: 7, entity: 'Paris' })
        await isRefused(approve(scene, by), 'approver')
      }),
    answers: '200 waiting for approval',
    counts: undecided,
  },
  {
    title: 'what a disabled inviter is asked for is not approved by anybody',
    key: async (app) => ({ ...toApprove, ...(await withIssuer(app)) }),
    does: (scene) =>
      decided(scene, async () => {
        const { usersId } = await inviterOf(scene)
        await scene.glpi('UPDATE ??.glpi_users SET is_active = 0 WHERE id = ?', usersId)
        await isRefused(approve(scene), 'issuer')
      }),
    answers: '200 waiting for approval',
    counts: undecided,
  },
  {
    title: 'revoking gives back what waits for approval',
    key: toApprove,
    does: (scene) => decided(scene, () => scene.revoke()),
    answers: '410 released: revoked',
    counts: released,
  },
  {
    title: 'a key whose only place waits for approval is held up',
    key: toApprove,
    does: async (scene) => {
      await scene.register()
      return scene.open()
    },
    answers: '403 KEY_HELD_UP',
    counts: undecided,
  },
  {
    title: 'a proven address goes on to wait for approval, where both are asked for',
    key: { ...toApprove, needsProof: true },
    does: async (scene) => {
      const { browser, page } = await scene.register()
      return [page, await scene.confirm(browser, await scene.mailed())]
    },
    answers: ['200 waiting', '200 waiting for approval'],
    counts: undecided,
  },
  {
    title: 'nobody approves an address that has to be confirmed first',
    key: { ...toApprove, needsProof: true },
    does: (scene) => decided(scene, () => isRefused(approve(scene), 'not-waiting')),
    answers: '200 waiting',
    counts: held,
  },
]

describe('registering: what the door answers, and what is counted afterwards', () => {
  conformTo([...proofs, ...unkept, granted, ...changed, ...approvals])
})
