import { type Actor, chooseActor, makeToken, type NewToken, type WantedToken } from '../../src/admins'
import { keepSecret } from './evidence'
import { type GivenAdmin, givenAdmin } from './signing-in'
import type { TestApp } from './test-app'

export interface GivenToken extends NewToken {
  owner: GivenAdmin
}

/** Somebody of GLPI at work. */
export const actorOf = (app: TestApp, { login }: Pick<GivenAdmin, 'login'>): Promise<Actor> =>
  chooseActor(app.context, login, {}, ([first]) => first)

/** A token of an owner of its own, unless one is given; it reads keys unless told otherwise. */
export async function givenToken(
  app: TestApp,
  { owner, ...wanted }: Partial<WantedToken> & { owner?: GivenAdmin } = {},
): Promise<GivenToken> {
  const admin = owner ?? (await givenAdmin(app))
  const made = await makeToken(
    app.context,
    { owner: await actorOf(app, admin), actor: { kind: 'user', usersId: admin.usersId } },
    { label: 'a script', scopes: ['keys:read'], ...wanted },
  )
  keepSecret(made.token)
  return { ...made, owner: admin }
}
