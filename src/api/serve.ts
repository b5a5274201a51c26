import { createHash } from 'node:crypto'
import type { Request, Response } from 'express'
import { z } from 'zod'
import type { Context } from '../context'
import { type Code, getKeyInScope, showCodeTo } from '../keys'
import { inTransaction } from '../shared/db'
import { AppError, InputInvalid } from '../shared/errors'
import { ensureScope } from '../shared/scopes'
import { authenticate } from './authenticate'
import type { Caller } from './caller'
import { limitCalls } from './limit-calls'
import type { Call, CodeOf, Done, Operation, References } from './operation'
import { parsePart } from './parse-request'
import { runOnce } from './run-once'
import { sendJson } from './send-json'

/** Who calls, and whether they may: before anything that they sent is read. */
export async function admit(
  context: Context,
  operation: Operation,
  req: Request,
  res: Response,
): Promise<void> {
  const caller = await authenticate(context, req)
  const { apiCallsPerMinute: perMinute } = context.config
  limitCalls(context.tallies, { perMinute, tokenUid: caller.tokenUid }, res)
  ensureMay(operation, caller)
  callers.set(req, caller)
}

const callers = new WeakMap<Request, Caller>()

function callerOf(req: Request): Caller {
  const caller = callers.get(req)
  if (caller === undefined) throw new Error('a request is served that was not admitted')
  return caller
}

/** Answers a request for an operation: parses what is asked, does it, and tells of it. */
export async function serve(
  context: Context,
  operation: Operation,
  req: Request,
  res: Response,
): Promise<void> {
  const caller = callerOf(req)
  const call = { caller, ...parseAll(operation, req) }
  if (operation.method === 'get') {
    await sendJson(req, res, await operation.read(context, call))
    return
  }
  const { refs, codes, once } = await perform(context, operation, call, req)
  const answer = await operation.present(context, call, refs, codeFinder(context, caller, codes), once)
  res.status(operation.status ?? 200)
  await sendJson(req, res, answer)
}

/** @throws {AppError} SCOPE_MISSING when the token, NOT_ALLOWED when its owner may not */
function ensureMay({ scope, permission }: Operation, caller: Caller): void {
  if (scope !== undefined) ensureScope(caller, scope)
  if (permission !== undefined && !caller.actor.permissions.has(permission))
    throw new AppError('NOT_ALLOWED', `profile ${caller.actor.profilesId} lacks ${permission}`)
}

function parseAll(operation: Operation, req: Request): Omit<Call, 'caller'> {
  const params = parsePath(operation, req)
  const query = parsePart(('query' in operation ? operation.query : undefined) ?? noQuery, req.query)
  if (operation.method === 'get') return { params, query, body: undefined }
  const isEmpty = req.get('Content-Length') === '0'
  if (operation.body !== undefined && !isEmpty && req.is('json') === false)
    throw new AppError('BODY_UNREADABLE', 'the body has to be JSON, sent as Content-Type: application/json')
  return { params, query: undefined, body: parsePart(operation.body, req.body ?? {}) }
}

const noQuery = z.strictObject({})

/** What does not even look like the id of anything is no such thing. */
function parsePath(operation: Operation, req: Request): unknown {
  try {
    return parsePart(operation.params, req.params)
  } catch (error) {
    if (error instanceof InputInvalid) throw new AppError('NOT_FOUND', 'there is nothing at this address')
    throw error
  }
}

type Changing = Exclude<Operation, { method: 'get' }>

async function perform(
  context: Context,
  operation: Changing,
  call: Call,
  req: Request,
): Promise<Done<References>> {
  const inOne = async (db: Context['db']) => {
    const done = await operation.perform({ ...context, db }, call)
    return { ...done, refs: operation.refs.parse(done.refs) }
  }
  const idempotencyKey = operation.method === 'post' ? readIdempotencyKey(req) : undefined
  const within = operation.inPieces === true ? inPieces : inTransaction
  if (idempotencyKey === undefined) return within(context.db, inOne)
  const { usersId, profilesId, entitiesId } = call.caller.actor
  // Under another authorisation it asks for something else. A body that nobody reads says nothing, however deep it is.
  const body: unknown = operation.body === undefined ? null : req.body
  const request = [operation.method, req.baseUrl + req.path, profilesId, entitiesId, body ?? null]
  const requestHash = createHash('sha256').update(JSON.stringify(request)).digest()
  return runOnce(context, { usersId, idempotencyKey, requestHash, within }, inOne)
}

const inPieces: typeof inTransaction = (db, work) => work(db)

const longestIdempotencyKey = 255

function readIdempotencyKey(req: Request): string | undefined {
  const key = req.get('Idempotency-Key')?.trim()
  if (key === undefined) return undefined
  if (key !== '' && key.length <= longestIdempotencyKey) return key
  throw new AppError('INPUT_INVALID', `an Idempotency-Key has 1 to ${longestIdempotencyKey} characters`)
}

/** Of keys made just now the codes are at hand; later they are shown to those who could make these very keys. */
function codeFinder(
  context: Context,
  { actor, keeper }: Caller,
  codes: ReadonlyMap<string, Code> | undefined,
): CodeOf {
  return async (keyUid) => {
    const fresh = codes?.get(keyUid)
    if (fresh !== undefined) return fresh
    try {
      const key = await getKeyInScope(context.db, keyUid, actor.scope)
      return await showCodeTo(context, keeper, key)
    } catch (error) {
      if (error instanceof AppError) return undefined
      throw error
    }
  }
}
