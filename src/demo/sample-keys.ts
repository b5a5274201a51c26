import { entityIds, groupIds } from './sample-places'
import type { profileIds } from './sample-people'

/** A key as the sample company has it, by days before (or after) the day on which the demo is laid. */
export interface SampleKey {
  label: string
  /** A login; left out: made on the server. */
  by?: 'marie.curie' | 'paul.langevin'
  entity: keyof typeof entityIds
  profile?: keyof typeof profileIds
  groups?: (keyof typeof groupIds)[]
  /** `unlimited`, or how many. */
  places: number | 'unlimited'
  /** How many have registered with it. */
  used: number
  /** Days ago. */
  made: number
  /** From the day it was made on; `never` for a key without an end. */
  days: number | 'never'
  /** Days from today. */
  begins?: number
  paused?: number
  revoked?: { daysAgo: number; reason: string }
  /** Places it had before somebody gave it more. */
  placesBefore?: number
  /** Only for these. */
  addresses?: string[]
}

/** Every state there is, several issuers, and days on which little happens. */
export const sampleKeys: SampleKey[] = [
  {
    label: 'New colleagues in Paris, autumn',
    by: 'paul.langevin',
    entity: 'paris',
    groups: ['users'],
    places: 80,
    used: 61,
    made: 29,
    days: 60,
  },
  {
    label: 'New colleagues in Lyon, autumn',
    by: 'marie.curie',
    entity: 'lyon',
    groups: ['users'],
    places: 60,
    used: 44,
    made: 28,
    days: 32,
  },
  {
    label: 'Montréal: déménagement rue Saint-Denis',
    by: 'marie.curie',
    entity: 'montreal',
    groups: ['quebec'],
    places: 50,
    used: 38,
    made: 21,
    days: 30,
    placesBefore: 30,
  },
  {
    label: 'Contractors of Smith & Sons <site 2>',
    by: 'marie.curie',
    entity: 'lyon',
    places: 12,
    used: 12,
    made: 19,
    days: 60,
  },
  {
    label: 'Research: visiting scientists',
    by: 'paul.langevin',
    entity: 'research',
    places: 25,
    used: 17,
    made: 17,
    days: 21,
  },
  {
    label: 'Support: night shift',
    by: 'paul.langevin',
    entity: 'support',
    groups: ['desk'],
    places: 8,
    used: 8,
    made: 14,
    days: 40,
  },
  {
    label: 'Apprentis de la promotion 2026',
    by: 'marie.curie',
    entity: 'apprentices',
    places: 30,
    used: 26,
    made: 13,
    days: 17,
  },
  {
    label: 'Open day, everyone on the stand',
    by: 'marie.curie',
    entity: 'paris',
    places: 'unlimited',
    used: 33,
    made: 9,
    days: 13,
  },
  { label: 'Reception desk tablets', entity: 'paris', places: 6, used: 4, made: 8, days: 14 },
  {
    label: 'Quebec interns, winter',
    by: 'marie.curie',
    entity: 'montreal',
    groups: ['quebec'],
    places: 20,
    used: 9,
    made: 7,
    days: 10,
  },
  { label: 'Marketing agency', by: 'paul.langevin', entity: 'paris', places: 5, used: 3, made: 6, days: 8 },
  { label: 'Facilities team', by: 'paul.langevin', entity: 'paris', places: 10, used: 6, made: 5, days: 30 },
  {
    label: 'Visiting auditors',
    by: 'marie.curie',
    entity: 'root',
    profile: 'Self-Service',
    places: 4,
    used: 2,
    made: 4,
    days: 6,
  },
  {
    label: 'Kiosk in the lobby',
    by: 'marie.curie',
    entity: 'paris',
    places: 300,
    used: 21,
    made: 26,
    days: 'never',
  },
  { label: 'Library staff', by: 'marie.curie', entity: 'lyon', places: 3, used: 3, made: 12, days: 30 },
  { label: 'Summer school', by: 'marie.curie', entity: 'research', places: 40, used: 22, made: 30, days: 20 },
  { label: 'First test of invitations', entity: 'root', places: 2, used: 2, made: 30, days: 2 },
  { label: 'Canteen', by: 'paul.langevin', entity: 'paris', places: 6, used: 1, made: 16, days: 7 },
  {
    label: 'Sent to the wrong list',
    by: 'paul.langevin',
    entity: 'paris',
    places: 50,
    used: 2,
    made: 11,
    days: 14,
    revoked: { daysAgo: 11, reason: 'The mail went to a public list' },
  },
  {
    label: 'Former supplier',
    by: 'marie.curie',
    entity: 'lyon',
    places: 5,
    used: 1,
    made: 20,
    days: 60,
    revoked: { daysAgo: 6, reason: 'Contract ended' },
  },
  {
    label: 'Temporary staff for the move',
    by: 'marie.curie',
    entity: 'montreal',
    places: 15,
    used: 5,
    made: 10,
    days: 30,
    paused: 2,
  },
  {
    label: 'Second floor, east wing',
    by: 'paul.langevin',
    entity: 'paris',
    places: 12,
    used: 0,
    made: 3,
    days: 20,
    paused: 1,
  },
  {
    label: 'January starters',
    by: 'paul.langevin',
    entity: 'paris',
    groups: ['users'],
    places: 40,
    used: 0,
    made: 2,
    days: 60,
    begins: 20,
  },
  {
    label: 'Janvier : nouveaux apprentis',
    by: 'marie.curie',
    entity: 'apprentices',
    places: 18,
    used: 0,
    made: 1,
    days: 75,
    begins: 35,
  },
  {
    label: 'Inès Benali, second account',
    by: 'paul.langevin',
    entity: 'research',
    places: 1,
    used: 1,
    made: 15,
    days: 7,
  },
  {
    label: 'Noor de Vries',
    by: 'marie.curie',
    entity: 'root',
    places: 1,
    used: 0,
    made: 1,
    days: 7,
    addresses: ['noor@example.org'],
  },
  {
    label: 'For the new head of the lab',
    by: 'marie.curie',
    entity: 'research',
    groups: ['lab'],
    places: 1,
    used: 0,
    made: 2,
    days: 5,
    addresses: ['head.of.lab@example.org'],
  },
  {
    label: 'Weekend replacement',
    by: 'paul.langevin',
    entity: 'support',
    places: 1,
    used: 1,
    made: 5,
    days: 3,
  },
]

/** Keys for one person each. */
export interface SampleBatch {
  label: string
  by: 'marie.curie' | 'paul.langevin'
  entity: keyof typeof entityIds
  people: number
  used: number
  made: number
  days: number
}

export const sampleBatches: SampleBatch[] = [
  {
    label: 'Interns of November',
    by: 'paul.langevin',
    entity: 'paris',
    people: 12,
    used: 9,
    made: 18,
    days: 30,
  },
  { label: 'Stagiaires de Lyon', by: 'marie.curie', entity: 'lyon', people: 6, used: 2, made: 3, days: 9 },
]
