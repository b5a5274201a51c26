import { button, facts, listOf, paragraph, someOf, titleOf, type Writers } from './letter-parts'
import { plainWords } from './plain-words'

type Keepers = Pick<Writers, 'joined' | 'lapsed' | 'key-in-trouble' | 'keys-ending' | 'issuer-gone'>

/** To those who answer for keys, and to those who look after the helpdesk: their reader knows what a key is. */
export const lettersToKeepers: Keepers = {
  joined: (view, { t, dates, instance }) => {
    const name = plainWords(view.name)
    const uses = t.joined.usesOf(view.used, view.limit)
    return {
      subject: t.joined.subject(name, instance),
      heading: t.joined.heading(name, instance),
      preview: `${titleOf(t, view.key)}, ${uses}`,
      blocks: [
        paragraph(t.joined.lead(name)),
        facts([
          { label: t.joined.login, value: plainWords(view.login, 255) },
          { label: t.joined.at, value: dates.instant(view.at) },
          { label: t.joined.key, value: titleOf(t, view.key) },
          { label: t.joined.uses, value: uses },
        ]),
        button(t, t.joined.button, view.key.url),
      ],
      why: t.joined.why,
    }
  },

  lapsed: (view, { t, dates }) => {
    const [first] = view.keys
    return {
      subject:
        view.total === 1 && first !== undefined
          ? t.lapsed.subject(titleOf(t, first))
          : t.lapsed.subjectOfMany(view.total),
      heading: t.lapsed.heading(view.total),
      preview: view.keys.map((key) => titleOf(t, key)).join(', '),
      blocks: [
        paragraph(t.lapsed.lead(view.total)),
        ...listOf(t, view.total, view.keys, ({ endedAt, invited }) => [
          t.lapsed.ended(dates.instant(endedAt)),
          ...(invited.length === 0 ? [] : [t.lapsed.invited(someOf(invited))]),
        ]),
        paragraph(t.lapsed.next(view.total)),
        button(t, t.lapsed.button(view.total), view.url),
      ],
      why: t.lapsed.why,
    }
  },

  'key-in-trouble': (view, { t, instance, problems }) => ({
    subject: t.keyInTrouble.subject(view.total, instance),
    heading: t.keyInTrouble.heading(view.total),
    preview: view.keys.map((key) => titleOf(t, key)).join(', '),
    blocks: [
      paragraph(t.keyInTrouble.lead(view.total)),
      ...listOf(t, view.total, view.keys, ({ problem }) => [
        problems[problem].reason,
        problems[problem].mend,
      ]),
      button(t, t.keyInTrouble.button(view.total), view.url),
    ],
    why: t.keyInTrouble.why,
  }),

  'keys-ending': (view, { t, dates, instance }) => ({
    subject: t.keysEnding.subject(view.total, instance),
    heading: t.keysEnding.heading(view.total),
    preview: view.keys.map((key) => titleOf(t, key)).join(', '),
    blocks: [
      paragraph(t.keysEnding.lead(view.total)),
      ...listOf(t, view.total, view.keys, ({ until, usesLeft }) => [
        t.keysEnding.ends(dates.instant(until)),
        t.keysEnding.left(usesLeft),
      ]),
      paragraph(t.keysEnding.next),
      button(t, t.keysEnding.button, view.url),
    ],
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
}
