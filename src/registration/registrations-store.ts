import { z } from 'zod'
import type { Origin } from '../audit'
import { type ReleaseReason, releaseReasons, type WaitingState } from '../keys'
import {
  change,
  changePrepared,
  type Db,
  duplicateKeyOf,
  select,
  uidFromBytes,
  uidToBytes,
} from '../shared/db'
import { type Acceptance, acceptanceFrom } from './accepted-terms'

/** One person's use of one key. */
export type Registration =
  CompletedRegistration | WaitingRegistration | UndecidedRegistration | ReleasedRegistration

interface AnyRegistration {
  uid: string
  keyUid: string
  /** Undefined: nothing had to be. */
  accepted?: Acceptance | undefined
}

/** With the account it became. */
export interface CompletedRegistration extends AnyRegistration {
  state: 'completed'
  /** In `glpi_users`. */
  usersId: number
  login: string
  completedAt: Date
}

/** It holds a use until somebody confirms the address. */
export interface WaitingRegistration extends AnyRegistration {
  state: 'awaiting-confirmation'
  email: string
  until: Date
}

/** It holds a use until an administrator approves or rejects it. */
export interface UndecidedRegistration extends AnyRegistration {
  state: 'awaiting-approval'
  email: string
  until: Date
}

/** There is no account, and none will come of it. */
export interface ReleasedRegistration extends AnyRegistration {
  state: 'released'
  reason: ReleaseReason
  /** What whoever rejected it has written to the person; undefined: nothing, or it was forgotten. */
  why?: string | undefined
}

const Common = {
  uid: z.instanceof(Buffer),
  key_uid: z.instanceof(Buffer),
  terms_version: z.string().nullable(),
  terms_accepted_at: z.date().nullable(),
}

const Row = z.discriminatedUnion('state', [
  z.object({
    ...Common,
    state: z.literal('completed'),
    users_id: z.number(),
    login: z.string().nullable(),
    completed_at: z.date(),
  }),
  z.object({
    ...Common,
    state: z.enum(['awaiting-confirmation', 'awaiting-approval']),
    email: z.string().nullable(),
    hold_until: z.date(),
  }),
  z.object({
    ...Common,
    state: z.literal('released'),
    end_reason: z.enum(releaseReasons),
    reason: z.string().nullable(),
  }),
])

function registrationFrom(row: z.output<typeof Row>): Registration {
  const common = {
    uid: uidFromBytes(row.uid),
    keyUid: uidFromBytes(row.key_uid),
    accepted: acceptanceFrom(row),
  }
  if (row.state === 'released')
    return { ...common, state: 'released', reason: row.end_reason, why: row.reason ?? undefined }
  return row.state === 'completed'
    ? {
        ...common,
        state: 'completed',
        usersId: row.users_id,
        login: row.login ?? '',
        completedAt: row.completed_at,
      }
    : { ...common, state: row.state, email: row.email ?? '', until: row.hold_until }
}

const selectRegistration = `SELECT r.uid, r.key_uid, r.state, r.users_id, r.completed_at, r.hold_until, r.end_reason,
    r.terms_version, r.terms_accepted_at, d.login, d.email, d.reason
  FROM registrations r LEFT JOIN registration_details d ON d.registration_uid = r.uid`

/** What a form has already become: the same form, sent again, answers with it. */
export async function findBySubmitToken(db: Db, submitToken: string): Promise<Registration | undefined> {
  const [row] = await select(db, Row, `${selectRegistration} WHERE r.submit_token = ?`, [
    uidToBytes(submitToken),
  ])
  return row === undefined ? undefined : registrationFrom(row)
}

export async function findRegistration(db: Db, uid: string): Promise<Registration | undefined> {
  const [row] = await select(db, Row, `${selectRegistration} WHERE r.uid = ?`, [uidToBytes(uid)])
  return row === undefined ? undefined : registrationFrom(row)
}

/** The accounts made with a key, oldest first. */
export async function listRegistrationsOf(db: Db, keyUid: string): Promise<CompletedRegistration[]> {
  const rows = await select(
    db,
    Row,
    `${selectRegistration} WHERE r.state = 'completed' AND r.key_uid = ? ORDER BY r.created_at, r.uid`,
    [uidToBytes(keyUid)],
  )
  return rows.map(registrationFrom).filter((one) => one.state === 'completed')
}

interface OpenedRegistration {
  uid: string
  keyUid: string
  submitToken: string
  /** The version of the terms of use that was accepted with the form. */
  acceptedTerms: string | undefined
  now: Date
}

/** Opens the registration; false when the same form has been here before. What becomes of it is set at the end. */
export async function openRegistration(
  trx: Db,
  { uid, keyUid, submitToken, acceptedTerms, now }: OpenedRegistration,
): Promise<boolean> {
  try {
    await changePrepared(
      trx,
      `INSERT INTO registrations
         (uid, key_uid, submit_token, state, created_at, completed_at, terms_version, terms_accepted_at)
       VALUES (?, ?, ?, 'completed', ?, ?, ?, ?)`,
      [
        uidToBytes(uid),
        uidToBytes(keyUid),
        uidToBytes(submitToken),
        now,
        now,
        acceptedTerms ?? null,
        acceptedTerms === undefined ? null : now,
      ],
    )
    return true
  } catch (error) {
    if (duplicateKeyOf(error) === 'registrations_submit_token') return false
    throw error
  }
}

/** How an address was proven. */
export type AddressProof = 'link' | 'confirmation'

/** Notes down the account that a registration has become, and who approved it. A proof of earlier stays. */
export async function completeRegistration(
  trx: Db,
  {
    uid,
    usersId,
    proof,
    decidedBy,
    now,
  }: {
    uid: string
    usersId: number
    proof?: AddressProof | undefined
    decidedBy?: number | undefined
    now: Date
  },
): Promise<void> {
  await changePrepared(
    trx,
    `UPDATE registrations SET state = 'completed', completed_at = ?, users_id = ?,
       address_proof = COALESCE(?, address_proof), decided_by = ?, ${entity} WHERE uid = ?`,
    [now, usersId, proof ?? null, decidedBy ?? null, uidToBytes(uid)],
  )
}

/** Has a registration wait. A proof of the address that it comes with stays. */
export async function holdRegistration(
  trx: Db,
  held: { uid: string; state: WaitingState; until: Date; proof?: AddressProof | undefined },
): Promise<void> {
  await change(
    trx,
    `UPDATE registrations SET state = ?, completed_at = NULL, hold_until = ?,
       address_proof = COALESCE(?, address_proof), ${entity} WHERE uid = ?`,
    [held.state, held.until, held.proof ?? null, uidToBytes(held.uid)],
  )
}

/** Locks a registration that waits for this and is in time. @returns its key */
export async function lockWaiting(
  trx: Db,
  uid: string,
  state: WaitingState,
  now: Date,
): Promise<string | undefined> {
  const [row] = await select(
    trx,
    z.object({ key_uid: z.instanceof(Buffer) }),
    `SELECT key_uid FROM registrations WHERE uid = ? AND state = ? AND hold_until > ? FOR UPDATE`,
    [uidToBytes(uid), state, now],
  )
  return row === undefined ? undefined : uidFromBytes(row.key_uid)
}

/** Reads the key only when it is locked already: a lock to share it, taken before, would be a deadlock. */
const entity =
  'entities_id = (SELECT entities_id FROM registration_keys k WHERE k.uid = registrations.key_uid)'

/** Who rejects a registration, and what they write to the person. */
export async function noteRejection(
  trx: Db,
  { uid, decidedBy, why }: { uid: string; decidedBy: number | undefined; why: string },
): Promise<void> {
  await change(trx, 'UPDATE registrations SET decided_by = ? WHERE uid = ?', [
    decidedBy ?? null,
    uidToBytes(uid),
  ])
  await change(trx, 'UPDATE registration_details SET reason = ? WHERE registration_uid = ?', [
    why,
    uidToBytes(uid),
  ])
}

/** Who registers, and from where. */
export interface RegistrationDetails {
  uid: string
  login: string
  email: string
  from: Origin | undefined
}

export async function insertDetails(
  trx: Db,
  { uid, login, email, from }: RegistrationDetails,
): Promise<void> {
  await changePrepared(
    trx,
    'INSERT INTO registration_details (registration_uid, login, email, ip, user_agent) VALUES (?, ?, ?, ?, ?)',
    [
      uidToBytes(uid),
      login,
      email,
      from?.ip.slice(0, 45) ?? null,
      from === undefined ? null : printable(from.userAgent),
    ],
  )
}

/** Another address, typed later and perhaps from elsewhere. */
export async function replaceDetails(trx: Db, details: RegistrationDetails): Promise<void> {
  await change(trx, 'DELETE FROM registration_details WHERE registration_uid = ?', [uidToBytes(details.uid)])
  await insertDetails(trx, details)
}

/** A browser may call itself anything; its name is no reason to turn a person away. */
const printable = (userAgent: string): string => userAgent.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').slice(0, 255)
