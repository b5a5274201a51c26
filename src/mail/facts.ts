import { z } from 'zod'

/**
 * What is given to `queueMails` as the facts of a mail, beside its key and its registration, by kinds that tell of more
 * than one key or of somebody in GLPI. All other kinds take none: what they say is read when they are sent.
 *
 * - `invitation`, `reminder`, `reissued`: `keyUid`; to the address that is invited
 * - `confirmation`, `welcome`: `keyUid` and `registrationUid`
 * - `joined`: the same; or `facts: ToldJoins`, for all who joined with the reader's keys within some time
 * - `lapsed`, `key-in-trouble`, `keys-ending`: `facts: ToldKeys`; a mail of one key may give `keyUid` instead
 * - `link-requested`: `facts: ToldRequests`
 * - `account-exists`: none, with `to.usersId`
 * - `approval-waiting`, `not-approved`: `keyUid` and `registrationUid`
 * - `approval-asked`, `approval-reminder`: none; whoever has `to.usersId` hears of their own keys, others of all
 * - `issuer-gone`: `facts: GoneIssuer`
 * - `webhook-gone`: `facts: GoneWebhook`
 */
export const ToldKeys = z.object({
  /** In the order in which they are listed. */
  keyUids: z.array(z.guid()).min(1).max(50),
  /** How many there are, when there are more than are listed. */
  total: z.number().int().optional(),
})
export type ToldKeys = z.output<typeof ToldKeys>

/** From the one instant up to the other, which it does not include. */
export const ToldJoins = z.object({ from: z.iso.datetime(), to: z.iso.datetime() })
export type ToldJoins = z.output<typeof ToldJoins>

/** People who ask for a new link: what they typed is read when the mail is sent. */
export const ToldRequests = z.object({
  requestUids: z.array(z.guid()).min(1).max(20),
  /** How many there are, when there are more than are listed. */
  total: z.number().int(),
})
export type ToldRequests = z.output<typeof ToldRequests>

export const GoneIssuer = z.object({
  /** In `glpi_users`. */
  issuerId: z.number().int().positive(),
})
export type GoneIssuer = z.output<typeof GoneIssuer>

/** Its path may hold what only the receiver should know. */
export const GoneWebhook = z.object({ webhookUid: z.guid(), host: z.string() })
export type GoneWebhook = z.output<typeof GoneWebhook>
