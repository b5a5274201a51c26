import {
  button,
  type Desk,
  facts,
  listOf,
  paragraph,
  quoteOf,
  type Said,
  someOf,
  titleOf,
  type Writers,
} from './letter-parts'
import { plainWords } from './plain-words'
import type { Asking, Joiner, MailViews } from './views'

type Keepers = Pick<
  Writers,
  'joined' | 'lapsed' | 'key-in-trouble' | 'link-requested' | 'keys-ending' | 'issuer-gone' | 'webhook-gone'
>

/** To those who answer for keys, and to those who look after the helpdesk: their reader knows what a key is. */
export const lettersToKeepers: Keepers = {
  joined: (view, desk) => {
    const [first] = view.joiners
    const said =
      first !== undefined && view.total === 1 ? joinedAlone(first, desk) : joinedWithOthers(view, desk)
    return { ...said, why: desk.t.joined.why }
  },

  lapsed: (view, { t, dates }) => {
    const [first] = view.keys
    return {
      subject:
        view.total === 1 && first !== undefined
          ? t.lapsed.subject(titleOf(t, first))
          : t.lapsed.subjectOfMany(view.total),
      heading: t.lapsed.heading(view.total),
      ...aboutKeys(t, view, {
        lead: t.lapsed.lead(view.total),
        linesOf: ({ endedAt, invited }) => [
          t.lapsed.ended(dates.instant(endedAt)),
          ...(invited.length === 0 ? [] : [t.lapsed.invited(someOf(invited))]),
        ],
        next: t.lapsed.next(view.total),
        button: t.lapsed.button(view.total),
      }),
      why: t.lapsed.why,
    }
  },

  'key-in-trouble': (view, { t, instance, problems }) => ({
    subject: t.keyInTrouble.subject(view.total, instance),
    heading: t.keyInTrouble.heading(view.total),
    ...aboutKeys(t, view, {
      lead: t.keyInTrouble.lead(view.total),
      linesOf: ({ problem }) => [problems[problem].reason, problems[problem].mend],
      button: t.keyInTrouble.button(view.total),
    }),
    why: t.keyInTrouble.why,
  }),

  'link-requested': (view, desk) => ({ ...asking(view, desk), why: desk.t.linkRequested.why }),

  'keys-ending': (view, { t, dates, instance }) => ({
    subject: t.keysEnding.subject(view.total, instance),
    heading: t.keysEnding.heading(view.total),
    ...aboutKeys(t, view, {
      lead: t.keysEnding.lead(view.total),
      linesOf: ({ until, usesLeft }) => [
        t.keysEnding.ends(dates.instant(until)),
        t.keysEnding.left(usesLeft),
      ],
      next: t.keysEnding.next,
      button: t.keysEnding.button,
    }),
    why: t.keysEnding.why,
  }),

  'issuer-gone': (view, { t, instance }) => {
    const issuer = plainWords(view.issuer)
    return {
      subject: t.issuerGone.subject(issuer, instance),
      heading: t.issuerGone.heading(issuer),
      preview: t.issuerGone.next,
      blocks: [
        paragraph(t.issuerGone.lead(issuer, view.keys)),
        paragraph(t.issuerGone.next),
        button(t, t.issuerGone.button, view.url),
      ],
      why: t.issuerGone.why,
    }
  },

  'webhook-gone': ({ host, url }, { t, instance }) => ({
    subject: t.webhookGone.subject(host, instance),
    heading: t.webhookGone.heading(host),
    preview: t.webhookGone.next,
    blocks: [
      paragraph(t.webhookGone.lead(host)),
      paragraph(t.webhookGone.next),
      button(t, t.webhookGone.button, url),
    ],
    why: t.issuerGone.why,
  }),
}

/** Some of the keys that a mail is about, with what is said of each, and the way to all of them. */
function aboutKeys<Key extends Parameters<typeof titleOf>[1]>(
  t: Desk['t'],
  { total, keys, url }: { total: number; keys: readonly Key[]; url: string },
  words: { lead: string; linesOf: (key: Key) => string[]; next?: string; button: string },
): Pick<Said, 'preview' | 'blocks'> {
  return {
    preview: keys.map((key) => titleOf(t, key)).join(', '),
    blocks: [
      paragraph(words.lead),
      ...listOf(t, total, keys, words.linesOf),
      ...(words.next === undefined ? [] : [paragraph(words.next)]),
      button(t, words.button, url),
    ],
  }
}

type SaidOfJoining = Omit<Said, 'why'>

function joinedAlone(joiner: Joiner, { t, dates, instance }: Desk): SaidOfJoining {
  const name = plainWords(joiner.name)
  const uses = t.joined.usesOf(joiner.used, joiner.limit)
  return {
    subject: t.joined.subject(name, instance),
    heading: t.joined.subject(name, instance),
    preview: `${titleOf(t, joiner.key)}, ${uses}`,
    blocks: [
      paragraph(t.joined.lead(name)),
      facts([
        { label: t.joined.login, value: plainWords(joiner.login, 255) },
        { label: t.joined.at, value: dates.instant(joiner.at) },
        { label: t.joined.key, value: titleOf(t, joiner.key) },
        { label: t.joined.uses, value: uses },
      ]),
      button(t, t.joined.button, joiner.key.url),
    ],
  }
}

function joinedWithOthers(
  { joiners, total, url }: MailViews['joined'],
  { t, dates, instance }: Desk,
): SaidOfJoining {
  const items = joiners.map((joiner) => ({
    title: plainWords(joiner.name),
    details: [
      t.fact(t.joined.login, plainWords(joiner.login, 255)),
      t.fact(t.joined.at, dates.instant(joiner.at)),
      t.fact(t.joined.key, titleOf(t, joiner.key)),
    ],
    url: joiner.key.url,
  }))
  return {
    subject: t.joined.subjectOfMany(total, instance),
    heading: t.joined.subjectOfMany(total, instance),
    preview: items.map(({ title }) => title).join(', '),
    blocks: [
      paragraph(t.joined.leadOfMany),
      { kind: 'list', items },
      ...(total > items.length ? [paragraph(t.more(total - items.length))] : []),
      button(t, t.joined.buttonOfMany, url),
    ],
  }
}

function asking({ requests, total, url }: MailViews['link-requested'], desk: Desk): SaidOfJoining {
  const { t, instance } = desk
  const [first] = requests
  if (first !== undefined && total === 1) return askingAlone(first, desk)
  const items = requests.map((request) => ({
    title: plainWords(request.address, 255),
    details: [
      t.linkRequested.reasons[request.refusal],
      t.fact(t.linkRequested.key, titleOf(t, request.key)),
      request.isInvited ? t.linkRequested.invited : t.linkRequested.unproven,
    ],
    url: request.url,
  }))
  return {
    subject: t.linkRequested.subjectOfMany(total, instance),
    heading: t.linkRequested.subjectOfMany(total, instance),
    preview: items.map(({ title }) => title).join(', '),
    blocks: [
      paragraph(t.linkRequested.leadOfMany),
      { kind: 'list', items },
      ...(total > items.length ? [paragraph(t.more(total - items.length))] : []),
      button(t, t.linkRequested.buttonOfMany, url),
    ],
  }
}

function askingAlone(request: Asking, { t, instance }: Desk): SaidOfJoining {
  const who = plainWords(request.address, 255)
  return {
    subject: t.linkRequested.subject(plainWords(request.address, 40), instance),
    heading: t.linkRequested.heading,
    preview: who,
    blocks: [
      paragraph(t.linkRequested.lead),
      facts([
        { label: t.linkRequested.address, value: who },
        { label: t.linkRequested.reason, value: t.linkRequested.reasons[request.refusal] },
        { label: t.linkRequested.key, value: titleOf(t, request.key) },
      ]),
      ...quoteOf(request.note, t.linkRequested.writes),
      paragraph(request.isInvited ? t.linkRequested.invited : t.linkRequested.unproven),
      paragraph(t.linkRequested.next),
      button(t, t.linkRequested.button, request.url),
    ],
  }
}
