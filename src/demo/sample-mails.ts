import { type MailFrame, type MailKind, type MailViews, type RenderedMail, renderMail } from '../mail'
import type { Language } from '../shared/i18n'

/** A mail of every kind, and more than one where it can say different things: for looking at them. */
export interface SampleMail {
  name: string
  kind: MailKind
  render(language: Language): RenderedMail
}

const base = 'https://help.example.org/invite'
const link = `${base}/r/glpiarfv0123456789abcdefghjkmnpqrskf5bp/8d3k9w2m7x4v1c6t5r0n8h2j4g`
const keyPage = `${base}/console/keys/01a1fbd9-9f6d-7a35-8d2e-d1fc356ea65a`

const frame: MailFrame = {
  instanceName: 'Example Helpdesk',
  helpdeskUrl: 'https://help.example.org',
  contact: 'helpdesk@example.org',
  timeZone: 'Europe/Paris',
  to: { address: 'nora.leblanc@example.org', name: 'Nora Leblanc' },
}
const toInviter: Partial<MailFrame> = { to: { address: 'marie.curie@example.org', name: 'Marie Curie' } }
const invited = {
  link,
  inviter: 'Marie Curie',
  from: undefined,
  until: new Date('2026-11-27T22:59:59.999Z'),
}
const key = { label: 'New colleagues in Paris', hint: 'F5BP', url: keyPage }
const joiner = {
  name: 'Nora Leblanc',
  login: 'nora.leblanc',
  at: new Date('2026-11-21T15:09:00Z'),
  key,
  used: 3,
  limit: 10,
}

const waiting = {
  name: 'Nora Leblanc',
  login: 'nora.leblanc',
  address: 'nora.leblanc@example.org',
  isProven: true,
  key,
  until: new Date('2026-12-05T15:09:00Z'),
  url: `${base}/console/approvals/review?uid=01a1fbd9-9f6d-7a35-8d2e-d1fc356ea65a`,
}
const lapsedKey = {
  ...key,
  label: 'Nora Leblanc',
  invited: ['nora.leblanc@example.org'],
  endedAt: new Date('2026-11-27T22:59:59.999Z'),
}

const asking = {
  address: 'nora.leblanc@example.org',
  isInvited: true,
  note: 'Nora Leblanc, Paris office: I was on leave and found the message only today.',
  refusal: 'KEY_EXPIRED' as const,
  key,
  url: `${base}/console/requests/0198c2f4-7d0e-7b6a-9c51-3f2e8d1a4b77`,
}

const words = {
  en: {
    message:
      'Dear Nora,\n\nwelcome to the team! Please create your account before Monday, so that your laptop can be ordered in time.\n\nSee you soon,\nMarie',
    label: 'Apprentices of December',
  },
  fr: {
    message:
      'Bonjour Nora,\n\nbienvenue dans l’équipe ! Peux-tu créer ton compte avant lundi, pour que ton portable soit commandé à temps ?\n\nÀ bientôt,\nMarie',
    label: 'Apprentis de décembre',
  },
  de: {
    message:
      'Liebe Nora,\n\nwillkommen im Team! Bitte leg dein Konto bis Montag an, damit dein Laptop rechtzeitig bestellt werden kann.\n\nBis bald\nMarie',
    label: 'Auszubildende im Dezember',
  },
  es: {
    message:
      'Hola, Nora:\n\n¡Te damos la bienvenida al equipo! Crea tu cuenta antes del lunes, por favor, para que podamos pedir tu portátil a tiempo.\n\nHasta pronto,\nMarie',
    label: 'Prácticas de diciembre',
  },
  it: {
    message:
      'Ciao Nora,\n\nbenvenuta nel gruppo! Puoi creare il tuo account prima di lunedì, così il portatile si può ordinare in tempo?\n\nA presto,\nMarie',
    label: 'Apprendisti di dicembre',
  },
  pt: {
    message:
      'Olá, Nora!\n\nBem-vinda à equipe! Você pode criar sua conta até segunda-feira, para que o notebook seja encomendado a tempo?\n\nAté breve,\nMarie',
    label: 'Aprendizes de dezembro',
  },
} satisfies Record<Language, unknown>

export const sampleMails: readonly SampleMail[] = [
  sample('invitation', 'invitation', (t) => ({ ...invited, message: t.message })),
  sample('invitation-of-the-server', 'invitation', () => ({
    ...invited,
    inviter: undefined,
    message: undefined,
    from: new Date('2026-11-22T23:00:00Z'),
    until: new Date('2026-12-01T17:00:00Z'),
    to: { address: 'nora.leblanc@example.org', name: undefined },
    contact: undefined,
  })),
  sample('reminder', 'reminder', () => invited),
  sample('reissued', 'reissued', () => ({ ...invited, oldLinkUntil: new Date('2026-11-24T11:30:00Z') })),
  sample('reissued-at-once', 'reissued', () => ({ ...invited, until: undefined, oldLinkUntil: undefined })),
  sample('confirmation', 'confirmation', () => ({
    link: `${base}/confirm/8d3k9w2m7x4v1c6t5r0n8h2j4g`,
    until: new Date('2026-11-22T15:07:00Z'),
  })),
  sample('account-exists', 'account-exists', () => ({ login: 'nora.leblanc' })),
  sample('welcome', 'welcome', () => ({
    login: 'nora.leblanc',
    madeAt: new Date('2026-11-21T15:09:00Z'),
    accountFrom: new Date('2026-11-29T23:00:00Z'),
    accountUntil: new Date('2027-05-31T21:59:59Z'),
  })),
  sample('joined', 'joined', () => ({
    ...toInviter,
    joiners: [joiner],
    total: 1,
    url: keyPage,
  })),
  sample('joined-many', 'joined', () => ({
    ...toInviter,
    joiners: [
      joiner,
      { ...joiner, name: 'Karim Haddad', login: 'karim.haddad', at: new Date('2026-11-21T15:41:00Z') },
    ],
    total: 2,
    url: `${base}/console/keys?issuer=7`,
  })),
  sample('lapsed', 'lapsed', () => ({
    ...toInviter,
    keys: [lapsedKey],
    total: 1,
    url: keyPage,
  })),
  sample('lapsed-many', 'lapsed', ({ label }) => ({
    ...toInviter,
    keys: [lapsedKey, { ...lapsedKey, label, invited: [] }],
    total: 2,
    url: `${base}/console/keys`,
  })),
  sample('key-in-trouble', 'key-in-trouble', ({ label }) => ({
    ...toInviter,
    keys: [
      { ...key, problem: 'grant-refused' },
      { ...key, label, problem: 'address-replaced' },
    ],
    total: 2,
    url: `${base}/console/keys?problem=any`,
  })),
  sample('link-requested', 'link-requested', () => ({
    ...toInviter,
    requests: [asking],
    total: 1,
    url: `${base}/console/requests`,
  })),
  sample('link-requested-many', 'link-requested', ({ label }) => ({
    ...toInviter,
    requests: [
      asking,
      {
        ...asking,
        address: 'karim@example.net',
        isInvited: false,
        refusal: 'KEY_USED_UP' as const,
        key: { ...key, label },
      },
    ],
    total: 3,
    url: `${base}/console/requests`,
  })),
  sample('keys-ending', 'keys-ending', ({ label }) => ({
    ...toInviter,
    keys: [
      { ...key, until: new Date('2026-11-24T22:59:59.999Z'), usesLeft: 7 },
      { ...key, label, until: new Date('2026-11-25T17:00:00Z'), usesLeft: 1 },
      { ...key, label: '', until: new Date('2026-11-27T22:59:59.999Z'), usesLeft: undefined },
    ],
    total: 15,
    url: `${base}/console/keys?sort=ends-first`,
  })),
  sample('approval-waiting', 'approval-waiting', () => ({
    login: 'nora.leblanc',
    until: new Date('2026-12-05T15:09:00Z'),
  })),
  sample('not-approved', 'not-approved', (t) => ({ outcome: 'rejected', why: t.message })),
  sample('not-approved-in-time', 'not-approved', () => ({ outcome: 'undecided', why: undefined })),
  sample('not-approved-revoked', 'not-approved', () => ({ outcome: 'revoked', why: undefined })),
  sample('approval-asked', 'approval-asked', () => ({
    ...toInviter,
    waiting: [waiting],
    total: 1,
    url: waiting.url,
  })),
  sample('approval-asked-many', 'approval-asked', ({ label }) => ({
    ...toInviter,
    waiting: [waiting, { ...waiting, name: 'Paul Langevin', isProven: false, key: { ...key, label } }],
    total: 12,
    url: `${base}/console/approvals`,
  })),
  sample('approval-reminder', 'approval-reminder', () => ({
    ...toInviter,
    waiting: [waiting],
    total: 1,
    url: waiting.url,
  })),
  sample('issuer-gone', 'issuer-gone', () => ({
    to: { address: 'it@example.org', name: undefined },
    issuer: 'Paul Langevin',
    keys: 12,
    url: `${base}/console/keys?issuer=27`,
  })),
  sample('webhook-gone', 'webhook-gone', () => ({
    to: { address: 'it@example.org', name: undefined },
    host: 'hr.example.org',
    url: `${base}/console/webhooks`,
  })),
]

function sample<Kind extends MailKind>(
  name: string,
  kind: Kind,
  view: (t: (typeof words)[Language]) => MailViews[Kind] & Partial<MailFrame>,
): SampleMail {
  return {
    name,
    kind,
    render: (language) => renderMail(kind, { ...frame, ...view(words[language]) }, language),
  }
}
