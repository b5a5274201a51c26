import type { Context } from '../context'
import { isEmail } from '../glpi'
import {
  type ComposeMail,
  type Composition,
  type Mailbox,
  type MailFrame,
  type MailKind,
  plainWords,
  type QueuedMail,
  renderMail,
} from '../mail'
import { languageFrom } from '../shared/i18n'
import { composeApprovals } from './compose-approvals'
import { composeForKeepers } from './compose-for-keepers'
import { composeForNewcomers } from './compose-for-newcomers'
import { composeInvitations } from './compose-invitations'
import type { Composer, Composers } from './composing'

const composers: Composers = {
  ...composeInvitations,
  ...composeForNewcomers,
  ...composeForKeepers,
  ...composeApprovals,
}

/**
 * Puts mails together when they leave, from what is then true of the key, the registration and the people.
 *
 * The composer throws NotComposed for what may be mended; the mail then waits.
 */
export function createComposer(context: Context): ComposeMail {
  return (mail) => compose(context, mail)
}

async function compose(context: Context, mail: QueuedMail): Promise<Composition> {
  const composer: Composer<MailKind> = composers[mail.kind]
  const told = await composer(context, mail)
  if ('withdraw' in told) return told
  const { config } = context
  const { to } = mail
  const frame: MailFrame = {
    instanceName: config.instanceName,
    helpdeskUrl: config.glpiUrl,
    contact: config.supportContact,
    timeZone: config.timeZone,
    to: { address: to.address, name: to.name },
  }
  const language = languageFrom(mail.language) ?? config.defaultLanguage
  return {
    send: {
      to: mailbox({ address: to.address, name: to.name }),
      replyTo:
        told.replyTo !== undefined && isEmail(told.replyTo.address) ? mailbox(told.replyTo) : undefined,
      ...renderMail(mail.kind, { ...frame, ...told.view }, language),
    },
  }
}

const mailbox = ({ address, name }: Mailbox): Mailbox => ({
  address,
  ...(name === undefined || plainWords(name) === '' ? {} : { name: plainWords(name) }),
})
