import { z } from 'zod'
import { describeMe, type Me, revokeToken, rotateToken, type TokenKeeper } from '../../admins'
import { describeChoices, type GrantableDescription, readKeyChoices } from '../../keys'
import { permissions } from '../../shared/permissions'
import { scopes } from '../../shared/scopes'
import { tokenStates } from '../../shared/token-states'
import type { Caller } from '../caller'
import { Instant, Named, Uid } from '../common-schemas'
import { changes, type Operation, reads } from '../operation'
import { readDuration } from '../read-duration'

const TokenSchema = z
  .strictObject({
    uid: Uid,
    label: z.string(),
    state: z.enum(tokenStates),
    hint: z.string().meta({ description: 'Its last four characters' }),
    owner: Named.extend({ login: z.string().nullable() }),
    profile: Named,
    entity: Named,
    scopes: z.array(z.enum(scopes)),
    networks: z.array(z.string()).meta({ description: 'From where it works; none: from anywhere' }),
    madeAt: Instant,
    expiresAt: Instant,
    rotations: z.int(),
    rotatedAt: Instant.nullable(),
    olderExpiresAt: Instant.nullable(),
    revokedAt: Instant.nullable(),
    lastUsedAt: Instant.nullable(),
    lastUsedFrom: z.string().nullable(),
  })
  .meta({ id: 'Token' })

const MeSchema = z
  .strictObject({
    token: TokenSchema,
    owner: z.strictObject({ id: z.int(), login: z.string(), name: z.string() }),
    authorisation: z.strictObject({ profile: Named, entity: Named, recursive: z.boolean() }),
    permissions: z.array(z.enum(permissions)).meta({ description: 'What the owner may do at the moment' }),
    environment: z.string(),
    timeZone: z.string().meta({ description: 'In which bare dates are meant' }),
  })
  .meta({ id: 'Me' }) satisfies z.ZodType<Me>

const Choice = z.strictObject({ id: z.int(), name: z.string() })

const Grantable = z
  .strictObject({
    profiles: z.array(
      z.strictObject({
        ...Choice.shape,
        backOffice: z.boolean().meta({
          description: 'It opens GLPI’s standard interface: only for one person, who proves their address',
        }),
      }),
    ),
    entities: z.array(Choice),
    groups: z.array(Choice),
    titles: z.array(Choice),
    categories: z.array(Choice),
    locations: z.array(Choice),
    usual: z
      .strictObject({ profileId: z.int().nullable(), entityId: z.int() })
      .meta({ description: 'What is meant when nothing is said' }),
  })
  .meta({ id: 'Grantable' }) satisfies z.ZodType<GrantableDescription>

const Rotation = z
  .strictObject({
    overlap: z.string().max(64).optional().meta({
      description:
        'ISO 8601 duration for which the secret of now goes on working; left out: a day, at most a week',
      example: 'P1D',
    }),
    expiresIn: z.string().max(64).optional().meta({
      description: 'ISO 8601 duration; left out: as long as this one was made for',
      example: 'P90D',
    }),
  })
  .meta({ id: 'Rotation' })

const tag = 'Yourself'

export const yourselfOperations: Operation[] = [
  reads({
    operationId: 'getMe',
    tag,
    summary: 'The token that is used, and what it is worth at the moment',
    path: '/me',
    scope: undefined,
    permission: undefined,
    answer: MeSchema,
    read: (context, { caller }) => describeMe(context, caller),
  }),
  reads({
    operationId: 'getGrantable',
    tag,
    summary: 'What you may put into a key',
    path: '/grantable',
    scope: 'keys:create',
    permission: 'create-keys',
    answer: Grantable,
    read: async (context, { caller: { issuer, actor } }) =>
      describeChoices(await readKeyChoices(context, { issuer, scope: actor.scope })),
  }),
  changes({
    operationId: 'rotateOwnToken',
    tag,
    summary: 'Rotate the token that is used: a new secret',
    description:
      'The new secret is shown once: a repeated answer does not have it. The secret of now works for a while longer.',
    method: 'post',
    path: '/me/token/rotations',
    status: 201,
    scope: undefined,
    permission: undefined,
    body: Rotation,
    refs: z.object({}),
    answer: TokenSchema.extend({
      token: z.string().nullable().meta({ description: 'Null when the request was repeated' }),
    }).meta({ id: 'RotatedToken' }),
    perform: async (context, { caller, body }) => {
      const overlapMs = readDuration(body.overlap, '/overlap')
      const lifeMs = readDuration(body.expiresIn, '/expiresIn')
      const { token } = await rotateToken(context, keeperOf(caller), caller.tokenUid, { overlapMs, lifeMs })
      return { refs: {}, once: [token] }
    },
    present: async (context, { caller }, _refs, _codeOf, once) => ({
      ...(await describeMe(context, caller)).token,
      token: once?.[0] ?? null,
    }),
  }),
  changes({
    operationId: 'revokeOwnToken',
    tag,
    summary: 'Revoke the token that is used, at once',
    method: 'delete',
    path: '/me/token',
    scope: undefined,
    permission: undefined,
    refs: z.object({}),
    answer: TokenSchema,
    perform: async (context, { caller }) => {
      await revokeToken(context, keeperOf(caller), caller.tokenUid)
      return { refs: {} }
    },
    present: async (context, { caller }) => (await describeMe(context, caller)).token,
  }),
]

/** With no more than the token itself: a stolen one must not open the others of its owner. */
const keeperOf = ({ actor, eventActor }: Caller): TokenKeeper => ({
  actor: eventActor,
  usersId: actor.usersId,
  scope: actor.scope,
  mayManage: false,
})
