import {
  button,
  facts,
  nameOf,
  openingOf,
  paragraph,
  quoteOf,
  validityOf,
  type Writers,
} from './letter-parts'
import { plainWords } from './plain-words'

type Newcomers = Pick<
  Writers,
  'invitation' | 'reminder' | 'reissued' | 'confirmation' | 'account-exists' | 'welcome'
>

/** To people who may never have heard of us. */
export const lettersToNewcomers: Newcomers = {
  invitation: (view, desk) => {
    const { t, dates, instance, address } = desk
    const inviter = nameOf(view.inviter)
    return {
      subject: t.invitation.subject(inviter, instance),
      heading: t.invitation.heading(instance),
      preview: validityOf(view, desk),
      blocks: [
        paragraph(t.invitation.lead(inviter, instance)),
        ...quoteOf(view.message, t.invitation.writes(inviter)),
        paragraph(
          view.from === undefined ? t.invitation.todo : t.invitation.todoFrom(dates.instant(view.from)),
        ),
        ...openingOf(view, desk),
      ],
      why: t.invitation.why(inviter, address, instance),
      ignore: t.invitation.ignore,
    }
  },

  reminder: (view, desk) => {
    const { t, dates, instance, address } = desk
    const inviter = nameOf(view.inviter)
    return {
      subject: t.reminder.subject(instance, dates.day(view.until)),
      heading: t.reminder.heading(dates.day(view.until)),
      preview: validityOf(view, desk),
      blocks: [paragraph(t.reminder.lead(inviter, instance)), ...openingOf(view, desk)],
      why: t.reminder.why(inviter, address, instance),
      ignore: t.reminder.ignore,
    }
  },

  reissued: (view, desk) => {
    const { t, dates, instance, address } = desk
    const inviter = nameOf(view.inviter)
    const { oldLinkUntil } = view
    const old =
      oldLinkUntil === undefined ? t.reissued.oldDead : t.reissued.oldUntil(dates.instant(oldLinkUntil))
    return {
      subject: t.reissued.subject(instance),
      heading: t.reissued.heading,
      preview: old,
      blocks: [
        paragraph(`${t.reissued.lead(inviter, instance)} ${old}`),
        ...(view.from === undefined ? [] : [paragraph(t.invitation.todoFrom(dates.instant(view.from)))]),
        ...openingOf(view, desk),
      ],
      why: t.invitation.why(inviter, address, instance),
      ignore: t.invitation.ignore,
    }
  },

  confirmation: (view, { t, dates, instance, address }) => ({
    subject: t.confirmation.subject(instance),
    heading: t.confirmation.heading,
    preview: t.confirmation.until(dates.instant(view.until)),
    blocks: [
      paragraph(t.confirmation.lead(address, instance)),
      button(t, t.confirmation.button, view.link),
      paragraph(t.confirmation.until(dates.instant(view.until))),
    ],
    why: t.confirmation.why(instance),
    ignore: t.confirmation.ignore,
  }),

  'account-exists': (view, { t, instance, address, helpdeskUrl }) => ({
    subject: t.accountExists.subject(instance),
    heading: t.accountExists.heading,
    preview: t.accountExists.lead(address, instance),
    blocks: [
      paragraph(t.accountExists.lead(address, instance)),
      ...(view.login === undefined
        ? []
        : [facts([{ label: t.welcome.login, value: plainWords(view.login, 255) }])]),
      button(t, t.welcome.button, helpdeskUrl),
      paragraph(t.accountExists.forgotten),
    ],
    why: t.accountExists.why(instance),
    ignore: t.accountExists.ignore,
  }),

  welcome: (view, { t, dates, instance, address, helpdeskUrl }) => ({
    subject: t.welcome.subject(instance),
    heading: t.welcome.heading,
    preview: t.fact(t.welcome.login, view.login),
    blocks: [
      paragraph(t.welcome.lead(instance)),
      facts([
        { label: t.welcome.login, value: plainWords(view.login, 255) },
        { label: t.welcome.password, value: t.welcome.passwordValue },
        { label: t.welcome.address, value: helpdeskUrl, href: helpdeskUrl },
        ...(view.accountFrom === undefined
          ? []
          : [{ label: t.welcome.from, value: dates.instant(view.accountFrom) }]),
        ...(view.accountUntil === undefined
          ? []
          : [{ label: t.welcome.until, value: dates.instant(view.accountUntil) }]),
      ]),
      button(t, t.welcome.button, helpdeskUrl),
    ],
    why: t.welcome.why(address, instance, dates.instant(view.madeAt)),
    ignore: t.welcome.ignore,
  }),
}
