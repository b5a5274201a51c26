import type { Response } from 'express'
import type { Context } from '../../../context'
import { readPeople } from '../../../glpi'
import { type DetailedKey, isAllowed, PolicyExceeded } from '../../../keys'
import { SendingLimited } from '../../../mail'
import { canBeReissued, isOpen, type LinkRequest, RequestAnswered, workingUntil } from '../../../requests'
import { AppError } from '../../../shared/errors'
import type { Desk } from '../desk'
import { nameOf } from '../keys/key-rows'
import { tellLimit } from '../mails/sending-problem'
import type { RequestView } from '../views/requests'

/** One request, and the buttons that answer it. Opening it changes nothing. */
export async function showRequest(
  context: Context,
  desk: Desk,
  { request, key }: { request: LinkRequest; key: DetailedKey },
  problem?: string,
): Promise<void> {
  const { one, reasons } = desk.t.requests
  const { format, root } = desk
  const isInvited = key.isBound && isAllowed(key, request.address)
  const time = (at: Date) => ({ value: format.instant(at), iso: format.iso(at) })
  const keyHref = `${root}/keys/${key.uid}`
  const given = request.givenKeyUid
  desk.show('request', {
    title: one.title(request.address),
    csrf: desk.csrf,
    address: request.address,
    isInvited,
    facts: [
      { term: one.facts.note, value: request.note === '' ? one.noNote : request.note },
      { term: one.facts.reason, value: reasons[request.refusal] },
      {
        term: one.facts.key,
        value: nameOf(desk, { label: key.label, hint: key.codes[0]?.hint ?? '' }),
        href: keyHref,
      },
      { term: one.facts.asked, ...time(request.askedAt) },
      ...(request.answeredAt === undefined
        ? []
        : [{ term: one.facts.answered, ...time(request.answeredAt) }]),
      ...(given === undefined || given === key.uid
        ? []
        : [{ term: one.facts.given, value: desk.t.key.link.title, href: `${root}/keys/${given}` }]),
    ],
    answers: isOpen(request) ? answersOf(context, desk, { request, key }) : undefined,
    outcome: isOpen(request) ? undefined : await outcomeOf(context, desk, request),
    problem,
    keyHref,
    backHref: `${root}/requests`,
  })
}

function answersOf(
  { clock, config }: Context,
  desk: Desk,
  { request, key }: { request: LinkRequest; key: DetailedKey },
): NonNullable<RequestView['answers']> {
  const { permissions } = desk.actor
  const now = clock.now()
  const [mayMake, mayUpdate] = [permissions.has('create-keys'), permissions.has('update-keys')]
  const canReissue = mayMake && mayUpdate && canBeReissued(key, request.address, now)
  const until = canReissue ? workingUntil(key, config, now) : undefined
  const { one } = desk.t.requests
  return {
    action: `${desk.root}/requests/${request.uid}`,
    reissue: canReissue
      ? one.reissueLead(until === undefined ? desk.t.keyList.never : desk.format.instant(until))
      : undefined,
    mayInvite: mayMake,
    mayDecline: mayMake || mayUpdate,
    mayNot: mayMake || mayUpdate ? undefined : one.mayNot,
  }
}

/** `New link mailed, by Marie Curie` */
export async function outcomeOf({ db }: Context, desk: Desk, request: LinkRequest): Promise<string> {
  const { requests: t } = desk.t
  if (request.state === 'mailed') return t.states.mailed
  const id = request.answeredBy
  const people = await readPeople(db, desk.side, id === undefined ? [] : [id])
  const who = id === undefined ? t.system : (people.get(id)?.name ?? t.gone(id))
  return `${t.states[request.state]}, ${t.by(who)}`
}

/**
 * Why a request was not answered, as a sentence for its page, with its status.
 *
 * @throws whatever is no reason of that kind
 */
export function tellAnswerProblem(error: unknown, desk: Desk, res: Response): string {
  const { problems } = desk.t.requests
  if (error instanceof SendingLimited) {
    res.status(429)
    return tellLimit(error, desk)
  }
  if (!(error instanceof AppError) || error instanceof PolicyExceeded) throw error
  if (error instanceof RequestAnswered) {
    res.status(422)
    return problems.answered
  }
  switch (error.code) {
    case 'NOT_ALLOWED':
    case 'KEY_ISSUER_REFUSED':
    case 'KEY_GRANT_REFUSED':
      res.status(403)
      return problems['not-yours']
    case 'ACCOUNT_END_PAST':
    case 'ACCOUNT_END_TOO_LATE':
      res.status(422)
      return problems['account-past']
    case 'INPUT_INVALID':
      res.status(422)
      return problems.cannot
    default:
      throw error
  }
}
