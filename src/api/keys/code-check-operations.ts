import { z } from 'zod'
import { inspectCode } from '../../registration'
import { AppError, type RefusalCode, refusalCodes } from '../../shared/errors'
import { orNull, Uid } from '../common-schemas'
import { changes, type Operation } from '../operation'
import { titles } from '../../shared/problem-titles'
import { KeySchema } from './key-schemas'
import { showKey } from './show-key'

type Kebab<Text extends string> = Text extends `${infer Head}_${infer Tail}`
  ? `${Lowercase<Head>}-${Kebab<Tail>}`
  : Lowercase<Text>

const nameOf = <Code extends RefusalCode>(code: Code) =>
  code.toLowerCase().replaceAll('_', '-') as Kebab<Code>

const reasons = refusalCodes.map((code) => nameOf(code))

const CodeCheck = z
  .strictObject({
    usable: z.boolean().meta({ description: 'Whether the form would open for whoever came with it now' }),
    reason: z.enum(reasons).nullable().meta({ description: 'Why not' }),
    detail: z.string().nullable().meta({ description: 'The same for people' }),
    key: orNull(KeySchema).meta({
      description: 'What it opens, or would; null when no key has this code, or it is not yours to see',
    }),
  })
  .meta({ id: 'CodeCheck' })

export const codeCheckOperations: Operation[] = [
  changes({
    operationId: 'checkCode',
    tag: 'Keys',
    summary: 'Whether a code can be used now, and what for',
    description:
      'Takes a code or a link, in any spelling. A POST, since addresses end up in logs; nothing is changed but that it counts as a look-up.',
    method: 'post',
    path: '/code-checks',
    // Codes are looked up in groups, on a connection of their own: whoever held another meanwhile would wait for it.
    inPieces: true,
    scope: 'keys:read',
    permission: 'see-keys',
    body: z.strictObject({
      code: z.string().min(1).max(2_000).meta({ example: 'GLPI-ARFV0-12345-6789A-BCDEF-GHJKM-NPQRS-KF5BP' }),
    }),
    refs: z.object({ reason: z.enum(refusalCodes).nullable(), keyUid: Uid.nullable() }),
    answer: CodeCheck,
    perform: async (context, { caller, body }) => {
      const { key, refusal } = await inspectCode(context, codeIn(body.code), caller.origin)
      return { refs: { reason: refusal ?? null, keyUid: key?.uid ?? null } }
    },
    present: async (context, call, { reason, keyUid }) => ({
      usable: reason === null,
      reason: reason === null ? null : nameOf(reason),
      detail: reason === null ? null : titles[reason],
      key: keyUid === null ? null : await orNothing(showKey(context, call, keyUid)),
    }),
  }),
]

/** The last part of a link, or the whole. */
const codeIn = (text: string): string => /\/r\/([^/?#]+)/.exec(text)?.[1] ?? text

const orNothing = <T>(asked: Promise<T>): Promise<T | null> =>
  asked.catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'NOT_FOUND') return null
    throw error
  })
