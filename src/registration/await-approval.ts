import { recordEvent } from '../audit'
import type { GlpiSide, Issuer } from '../glpi'
import { queueMails } from '../mail'
import type { Db } from '../shared/db'
import { type AddressProof, holdRegistration, type UndecidedRegistration } from './registrations-store'
import { tellApprovers, type TellApproversDeps } from './tell-approvers'

/** As long as somebody may be away. */
export const approvalMs = 14 * 24 * 60 * 60_000

export interface ToApprove {
  uid: string
  keyUid: string
  side: GlpiSide
  issuer: Issuer
  email: string
  /** Undefined: it was not asked for. */
  proof: AddressProof | undefined
  /** Of the person's mails. */
  language: string
}

/**
 * Has a registration, whose account is kept already, wait for an administrator: the person hears that it waits, and
 * those who can decide that somebody does.
 */
export async function awaitApproval(
  trx: Db,
  deps: TellApproversDeps,
  { uid, keyUid, side, issuer, email, proof, language }: ToApprove,
): Promise<UndecidedRegistration> {
  const state = 'awaiting-approval'
  const until = new Date(deps.clock.now().getTime() + approvalMs)
  await holdRegistration(trx, { uid, state, until, proof })
  await recordEvent(trx, deps, {
    kind: 'registration.awaiting-approval',
    actor: { kind: 'invitee' },
    keyUid,
    registrationUid: uid,
  })
  await queueMails(trx, deps, [
    { kind: 'approval-waiting', to: { address: email }, language, keyUid, registrationUid: uid },
  ])
  await tellApprovers(trx, deps, { side, issuer })
  return { state, uid, keyUid, email, until }
}
