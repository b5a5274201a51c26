import type { z } from 'zod'
import type { Context } from '../context'
import type { Code } from '../keys'
import type { Permission } from '../shared/permissions'
import type { Scope } from '../shared/scopes'
import type { Caller } from './caller'

/** What the headline of the operation is in the list of all. */
export type Tag =
  | 'Keys'
  | 'Batches'
  | 'Imports'
  | 'Registrations'
  | 'Presets'
  | 'Requests'
  | 'Events'
  | 'Yourself'
  | 'Webhooks'

interface Described {
  /** What generated clients call it. */
  operationId: string
  tag: Tag
  summary: string
  description?: string
  /** Below `/api/v1`, with parameters as OpenAPI writes them: `/keys/{uid}`. */
  path: string
  /** What the token has to be for; undefined: any token will do. */
  scope: Scope | undefined
  /** What its owner has to be allowed at the moment; undefined: whatever brought them here. */
  permission: Permission | undefined
}

interface Schemas<Params, Query, Body, Answer> {
  params?: z.ZodType<Params>
  query?: z.ZodType<Query>
  body?: z.ZodType<Body>
  answer: z.ZodType<Answer>
}

/** What was asked, parsed. */
export interface Call<Params = unknown, Query = unknown, Body = unknown> {
  caller: Caller
  params: Params
  query: Query
  body: Body
}

/** What a change leaves behind for its answer, now and when it is asked for again: ids and counts, never a secret. */
export type References = Readonly<Record<string, unknown>>

export interface Done<Refs extends References> {
  refs: Refs
  /** The codes of keys that were just made; who asks again gets them from their sealed copies. */
  codes?: ReadonlyMap<string, Code>
  /** What else only the first answer has: another secret that was just made, texts that may name people. */
  once?: readonly string[]
}

/** The code of a key for an answer; undefined where whoever calls may not see it, or nobody can. */
export type CodeOf = (keyUid: string) => Promise<Code | undefined>

interface Reading<Params, Query, Answer> extends Described, Schemas<Params, Query, never, Answer> {
  method: 'get'
  read(context: Context, call: Call<Params, Query>): Promise<Answer>
}

interface Changing<Params, Body, Answer, Refs extends References>
  extends Described, Schemas<Params, never, Body, Answer> {
  method: 'post' | 'patch' | 'delete'
  /** Of the answer; 200 when left out. */
  status?: 200 | 201
  /**
   * It is no one transaction: each piece is whole in itself, and the same again goes on where it stopped. For what may
   * be so much that others would wait for its locks.
   */
  inPieces?: true
  refs: z.ZodType<Refs>
  /** Does it. The database of this context is one transaction, together with what is remembered of the call; or none. */
  perform(context: Context, call: Call<Params, unknown, Body>): Promise<Done<Refs>>
  /** Tells of it, right after it or later; `once` is there right after it only. */
  present(
    context: Context,
    call: Call<Params, unknown, Body>,
    refs: Refs,
    codeOf: CodeOf,
    once: readonly string[] | undefined,
  ): Promise<Answer>
}

/** One thing that can be done over the API: its address, who may, what comes in and goes out, and how it is done. */
export type Operation = Reading<unknown, unknown, unknown> | Changing<unknown, unknown, unknown, References>

/** States an operation that changes nothing. What its schemas parse is what it is called with. */
export const reads = <Params = unknown, Query = unknown, Answer = unknown>(
  operation: Omit<Reading<Params, Query, Answer>, 'method'>,
): Operation => ({ method: 'get', ...operation }) as unknown as Operation

/** States one that does. */
export const changes = <
  Params = unknown,
  Body = unknown,
  Answer = unknown,
  Refs extends References = References,
>(
  operation: Changing<Params, Body, Answer, Refs>,
): Operation => operation
