import { describeTokens, isTheirs, type ListedToken } from '../../../admins'
import type { TokenState } from '../../../shared/token-states'
import type { Context } from '../../../context'
import type { Desk } from '../desk'
import { tokenKeeperAt } from '../roles'
import type { TokenRowView } from '../views/tokens'

const classNames: Record<TokenState, string> = {
  usable: 'state state-good',
  'owner-gone': 'state state-warn',
  expired: 'state',
  revoked: 'state state-bad',
}

/** Tokens as the list shows them, with what this person may do about each. */
export async function tokenRows(
  { db, clock }: Context,
  desk: Desk,
  tokens: readonly ListedToken[],
): Promise<TokenRowView[]> {
  const { t, format, root } = desk
  const by = tokenKeeperAt(desk)
  const now = clock.now()
  const described = await describeTokens(db, desk.side, tokens)
  const gone = (id: number) => t.keyList.gone(id)

  return tokens.map((token, index) => {
    const { owner, profile, entity, scopes } = described[index] ?? {}
    const isUsable = token.state === 'usable'
    const older = token.olderValidUntil
    return {
      label: token.label,
      hint: `…${token.hint}`,
      scopes: scopes ?? [],
      place: t.frame.actingAs(
        profile?.name ?? gone(token.profilesId),
        entity?.name ?? gone(token.entitiesId),
      ),
      onlyFrom: token.networks.length === 0 ? undefined : t.tokens.onlyFrom(token.networks.join(', ')),
      owner: owner?.name ?? gone(token.usersId),
      state: { text: t.tokens.states[token.state], className: classNames[token.state] },
      end: endOf(token, desk, now),
      older:
        isUsable && older !== undefined && older > now
          ? t.tokens.olderUntil(format.instant(older))
          : undefined,
      used: token.lastUsedAt === undefined ? t.tokens.neverUsed : format.instant(token.lastUsedAt),
      usedFrom: token.lastUsedFrom === undefined ? undefined : t.tokens.usedFrom(token.lastUsedFrom),
      rotateHref: isUsable && isTheirs(token, by) ? `${root}/tokens/${token.uid}/rotation` : undefined,
      revokeHref:
        isUsable || token.state === 'owner-gone' ? `${root}/tokens/${token.uid}/revocation` : undefined,
    }
  })
}

function endOf({ revokedAt, validUntil }: ListedToken, { t, format }: Desk, now: Date): string {
  const over = revokedAt ?? (validUntil <= now ? validUntil : undefined)
  if (over !== undefined) return t.tokens.ended(format.day(over))
  return t.tokens.until(format.day(validUntil), format.timeLeft(validUntil, now))
}
