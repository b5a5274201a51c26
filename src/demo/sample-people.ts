import type { categoryIds, entityIds, groupIds, locationIds, titleIds } from './sample-places'

/** The profiles of a fresh GLPI. */
export const profileIds = {
  'Self-Service': 1,
  Observer: 2,
  Admin: 3,
  'Super-Admin': 4,
  Hotliner: 5,
  Technician: 6,
  Supervisor: 7,
  'Read-Only': 8,
}

export interface Role {
  profile: keyof typeof profileIds
  entity: keyof typeof entityIds
  recursive: boolean
}

/** A colleague of the sample company. */
export interface Person {
  login: string
  firstname: string
  realname: string
  /** The first one is the default address. */
  emails: string[]
  language: string
  roles: Role[]
  groups?: (keyof typeof groupIds)[]
  title?: keyof typeof titleIds
  category: keyof typeof categoryIds
  location?: keyof typeof locationIds
  supervisor?: string
  standing?: 'inactive' | 'from the directory'
}

export const people: Person[] = [
  {
    login: 'marie.curie',
    firstname: 'Marie',
    realname: 'Curie',
    emails: ['marie.curie@example.org', 'r&d@example.org'],
    language: 'fr_FR',
    roles: [{ profile: 'Super-Admin', entity: 'root', recursive: true }],
    groups: ['leads', 'lab'],
    title: 'headOfResearch',
    category: 'employee',
    location: 'paris',
  },
  {
    login: 'paul.langevin',
    firstname: 'Paul',
    realname: 'Langevin',
    emails: ['paul.langevin@example.org'],
    language: 'fr_FR',
    roles: [{ profile: 'Admin', entity: 'paris', recursive: true }],
    groups: ['leads'],
    category: 'employee',
    location: 'paris',
    supervisor: 'marie.curie',
  },
  {
    login: 'amadou.diallo',
    firstname: 'Amadou',
    realname: 'Diallo',
    emails: ['amadou.diallo@example.org'],
    language: 'fr_FR',
    roles: [{ profile: 'Supervisor', entity: 'support', recursive: true }],
    groups: ['leads', 'desk'],
    category: 'employee',
    location: 'eastWing',
    supervisor: 'paul.langevin',
  },
  {
    login: 'siobhan.obrien',
    firstname: 'Siobhán',
    realname: "O'Brien",
    emails: ['siobhan.obrien@example.org'],
    language: 'en_GB',
    roles: [{ profile: 'Technician', entity: 'support', recursive: true }],
    groups: ['desk', 'onCall'],
    title: 'technician',
    category: 'employee',
    location: 'eastWing',
    supervisor: 'amadou.diallo',
  },
  {
    login: 'jean-luc.dartagnan',
    firstname: 'Jean-Luc',
    realname: "D'Artagnan",
    emails: ['jl.dartagnan@example.org'],
    language: 'fr_FR',
    roles: [{ profile: 'Hotliner', entity: 'lyon', recursive: true }],
    title: 'reception',
    category: 'employee',
    location: 'lyon',
  },
  {
    login: 'emma.tremblay',
    firstname: 'Emma',
    realname: 'Tremblay',
    emails: ['emma.tremblay@example.org'],
    language: 'fr_CA',
    roles: [{ profile: 'Supervisor', entity: 'montreal', recursive: true }],
    groups: ['leads', 'quebec'],
    category: 'employee',
    location: 'montreal',
  },
  {
    login: 'liam.gagnon',
    firstname: 'Liam',
    realname: 'Gagnon',
    emails: ['liam.gagnon@example.org'],
    language: 'fr_CA',
    roles: [{ profile: 'Self-Service', entity: 'montreal', recursive: false }],
    groups: ['users', 'quebec'],
    category: 'employee',
    location: 'montreal',
    supervisor: 'emma.tremblay',
  },
  {
    login: 'ines.benali',
    firstname: 'Inès',
    realname: 'Benali',
    emails: ['ines.benali@example.org'],
    language: 'fr_FR',
    roles: [{ profile: 'Self-Service', entity: 'research', recursive: false }],
    groups: ['users', 'lab'],
    title: 'engineer',
    category: 'employee',
    location: 'paris',
    supervisor: 'marie.curie',
  },
  {
    login: 'zoe.smith',
    firstname: 'Zoë',
    realname: 'Smith & Sons <contractor>',
    emails: ['zoe@smith-and-sons.example'],
    language: 'en_GB',
    roles: [{ profile: 'Self-Service', entity: 'lyon', recursive: false }],
    groups: ['users'],
    category: 'contractor',
    location: 'lyon',
  },
  {
    login: 'noor.de-vries',
    firstname: 'Noor',
    realname: 'de Vries',
    emails: ['noor.devries@example.org'],
    language: 'en_GB',
    roles: [
      { profile: 'Self-Service', entity: 'root', recursive: true },
      { profile: 'Read-Only', entity: 'paris', recursive: true },
    ],
    groups: ['users'],
    category: 'employee',
  },
  {
    login: 'lea.moreau',
    firstname: 'Léa',
    realname: 'Moreau',
    emails: ['lea.moreau@example.org'],
    language: 'fr_FR',
    roles: [{ profile: 'Observer', entity: 'apprentices', recursive: false }],
    title: 'apprentice',
    category: 'trainee',
    location: 'lyon',
    supervisor: 'jean-luc.dartagnan',
  },
  {
    login: 'hugo.petit',
    firstname: 'Hugo',
    realname: 'Petit',
    emails: ['hugo.petit@example.org'],
    language: 'fr_FR',
    roles: [{ profile: 'Self-Service', entity: 'lyon', recursive: false }],
    category: 'employee',
    standing: 'inactive',
  },
  {
    login: 'ldap.user',
    firstname: 'Laure',
    realname: 'Dupont',
    emails: ['laure.dupont@example.org'],
    language: 'fr_FR',
    roles: [{ profile: 'Self-Service', entity: 'paris', recursive: true }],
    category: 'employee',
    location: 'paris',
    standing: 'from the directory',
  },
]
