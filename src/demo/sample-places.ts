import type { Row, TableRows } from './sample-rows'

/** Writes a text the way the line of GLPI stores it. */
export type Encode = (text: string) => string

export const sampleDate = '2026-01-12 08:30:00'

export const entityIds = { root: 0, paris: 1, lyon: 2, montreal: 3, research: 4, support: 5, apprentices: 6 }
export const groupIds = { users: 1, leads: 2, lab: 3, desk: 4, onCall: 5, quebec: 6, printers: 7 }
export const locationIds = { paris: 1, eastWing: 2, lyon: 3, montreal: 4 }
export const titleIds = { engineer: 1, technician: 2, headOfResearch: 3, reception: 4, apprentice: 5 }
export const categoryIds = { employee: 1, contractor: 2, trainee: 3 }

/** A node of one of GLPI's trees; `parent` 0 is the top. */
interface Branch {
  id: number
  parent: number
  name: string
}

const entities: Branch[] = [
  { id: entityIds.paris, parent: entityIds.root, name: 'Paris' },
  { id: entityIds.lyon, parent: entityIds.root, name: 'Lyon' },
  { id: entityIds.montreal, parent: entityIds.root, name: 'Montréal' },
  { id: entityIds.research, parent: entityIds.paris, name: 'Research & Development' },
  { id: entityIds.support, parent: entityIds.paris, name: 'Support' },
  { id: entityIds.apprentices, parent: entityIds.lyon, name: 'Apprentis <promotion 2026>' },
]

const groups: (Branch & { entity: number; forPeople: boolean })[] = [
  { id: groupIds.users, parent: 0, name: 'Helpdesk users', entity: entityIds.root, forPeople: true },
  { id: groupIds.leads, parent: 0, name: 'Team leads', entity: entityIds.root, forPeople: true },
  { id: groupIds.lab, parent: 0, name: 'R&D lab <prototypes>', entity: entityIds.research, forPeople: true },
  { id: groupIds.desk, parent: 0, name: "Centre d'appels", entity: entityIds.support, forPeople: true },
  { id: groupIds.onCall, parent: groupIds.desk, name: 'On call', entity: entityIds.support, forPeople: true },
  { id: groupIds.quebec, parent: 0, name: 'Équipe de Montréal', entity: entityIds.montreal, forPeople: true },
  { id: groupIds.printers, parent: 0, name: 'Printers & copiers', entity: entityIds.root, forPeople: false },
]

const locations: (Branch & { entity: number })[] = [
  { id: locationIds.paris, parent: 0, name: 'Siège de Paris', entity: entityIds.paris },
  { id: locationIds.eastWing, parent: locationIds.paris, name: '2nd floor <east>', entity: entityIds.paris },
  { id: locationIds.lyon, parent: 0, name: "L'Atelier", entity: entityIds.lyon },
  { id: locationIds.montreal, parent: 0, name: 'Montréal, rue Saint-Denis', entity: entityIds.montreal },
]

const titles: Record<keyof typeof titleIds, string> = {
  engineer: 'Engineer',
  technician: 'Technicienne support',
  headOfResearch: 'Head of R&D',
  reception: "Chargé d'accueil",
  apprentice: 'Apprentie',
}

const categories: Record<keyof typeof categoryIds, string> = {
  employee: 'Employee',
  contractor: 'Contractor',
  trainee: 'Stagiaire',
}

/** Everything people can be put into, except the stock profiles. */
export function placeRows(encode: Encode): TableRows[] {
  return [
    { table: 'glpi_entities', rows: entities.map((entity) => entityRow(entity, encode)) },
    { table: 'glpi_groups', rows: groups.map((group) => groupRow(group, encode)) },
    { table: 'glpi_locations', rows: locations.map((location) => locationRow(location, encode)) },
    { table: 'glpi_usertitles', rows: dropdownRows(titleIds, titles, encode) },
    { table: 'glpi_usercategories', rows: dropdownRows(categoryIds, categories, encode) },
    { table: 'glpi_authldaps', rows: [directory] },
  ]
}

function entityRow(entity: Branch, encode: Encode): Row {
  const path = ['Root entity', ...pathTo(entity, entities, encode)]
  return { ...branchRow(entity, path, encode), entities_id: entity.parent }
}

function groupRow(group: (typeof groups)[number], encode: Encode): Row {
  return {
    ...branchRow(group, pathTo(group, groups, encode), encode),
    groups_id: group.parent,
    entities_id: group.entity,
    is_recursive: 1,
    is_usergroup: group.forPeople ? 1 : 0,
  }
}

function locationRow(location: (typeof locations)[number], encode: Encode): Row {
  return {
    ...branchRow(location, pathTo(location, locations, encode), encode),
    locations_id: location.parent,
    entities_id: location.entity,
    is_recursive: 1,
  }
}

/** GLPI joins the names as they are stored with a plain ` > `, which itself is never encoded. */
function branchRow({ id, name }: Branch, path: string[], encode: Encode): Row {
  return {
    id,
    name: encode(name),
    completename: path.join(' > '),
    level: path.length,
    date_mod: sampleDate,
    date_creation: sampleDate,
  }
}

function pathTo(branch: Branch, tree: Branch[], encode: Encode): string[] {
  const parent = tree.find(({ id }) => id === branch.parent)
  return [...(parent === undefined ? [] : pathTo(parent, tree, encode)), encode(branch.name)]
}

function dropdownRows<Name extends string>(
  ids: Record<Name, number>,
  names: Record<Name, string>,
  encode: Encode,
): Row[] {
  return (Object.keys(ids) as Name[]).map((key) => ({
    id: ids[key],
    name: encode(names[key]),
    date_mod: sampleDate,
    date_creation: sampleDate,
  }))
}

const directory: Row = {
  id: 1,
  name: 'Company directory',
  host: 'ldap.example.org',
  basedn: 'ou=people,dc=example,dc=org',
  login_field: 'uid',
  is_active: 1,
  is_default: 1,
}
