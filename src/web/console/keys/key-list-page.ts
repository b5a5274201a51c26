import type { Request } from 'express'
import { z } from 'zod'
import type { Context } from '../../../context'
import {
  countKeys,
  findFailedMails,
  type KeyFilter,
  keyFilterFields,
  type KeyFilterField,
  type KeyCount,
  type KeyPage,
  type KeySort,
  listKeys,
  readKeyFilter,
  readKeySort,
} from '../../../keys'
import type { Desk, Own } from '../desk'
import type { KeysView } from '../views/keys'
import { choicesFor } from './key-choices'
import { type KeyQuery, queryFrom, without, writeQuery } from './key-query'
import { namesOf, rowOf } from './key-rows'

const keysOnPage = 25

/** What an address asks for. */
export interface AskedList {
  filter: KeyFilter
  sort: KeySort
  query: KeyQuery
  unread: KeyFilterField[]
}

export function readAsked(raw: Readonly<Record<string, unknown>>, timeZone: string): AskedList {
  const { filter, unread } = readKeyFilter(raw, timeZone)
  return { filter, sort: readKeySort(raw['sort'], filter), query: queryFrom(raw, unread), unread }
}

const Page = z.object({
  after: z.string().optional().catch(undefined),
  before: z.string().optional().catch(undefined),
  last: z
    .literal('1')
    .transform(() => true)
    .optional()
    .catch(undefined),
})

export async function keysView(
  { db, clock, config }: Context,
  desk: Desk,
  req: Request,
): Promise<Own<'keys'>> {
  const now = clock.now()
  const asked = readAsked(req.query, config.timeZone)
  const { filter, sort } = asked
  const { scope } = desk.actor
  const [page, counted, choices] = await Promise.all([
    listKeys(db, { scope, filter, sort, page: Page.parse(req.query), limit: keysOnPage, now }),
    countKeys(db, { scope, filter, now }),
    choicesFor(db, desk, filter, sort),
  ])
  const names = await namesOf(db, desk, page.keys)
  const failed = await findFailedMails(
    db,
    page.keys.map(({ uid }) => uid),
  )
  return {
    title: desk.t.keyList.title,
    csrf: desk.csrf,
    ...filterOf(desk, asked, choices),
    choices,
    count: countIn(desk, counted),
    keys: page.keys.map((key) => ({
      ...rowOf(desk, names, key, now),
      mailFailed: failed.has(key.uid) ? desk.t.mails.list.failed : undefined,
    })),
    ...linksOf(desk, asked, page),
  }
}

type FilterPart = 'query' | 'values' | 'sort' | 'isMoreOpen' | 'chips' | 'unread'

function filterOf(
  { t: { keyList }, root }: Desk,
  { query, sort, unread }: AskedList,
  choices: KeysView['choices'],
): Pick<KeysView, FilterPart> {
  const value = (field: KeyFilterField) => query[field] ?? ''
  const chips = keyFilterFields.flatMap((field) => {
    const text = query[field]
    if (text === undefined) return []
    const chosen =
      field in choices ? choices[field as keyof typeof choices].find(({ isChosen }) => isChosen) : undefined
    const shown = field === 'batch' ? `…${text.slice(-4)}` : (chosen?.text ?? text)
    return [
      {
        field: keyList.fields[field],
        value: shown,
        href: `${root}/keys${writeQuery(without(query, field), { sort })}`,
        label: keyList.remove(keyList.fields[field], shown),
      },
    ]
  })
  const isInUse = (field: KeyFilterField) => query[field] !== undefined
  return {
    query: writeQuery(query, { sort }),
    values: {
      search: value('search'),
      address: value('address'),
      'made-from': value('made-from'),
      'made-to': value('made-to'),
      'ends-from': value('ends-from'),
      'ends-to': value('ends-to'),
      batch: value('batch'),
    },
    sort,
    isMoreOpen: moreFields.some(isInUse),
    chips,
    unread:
      unread.length === 0
        ? undefined
        : keyList.unread(unread.map((field) => keyList.fields[field]).join(', ')),
  }
}

/** Folded away until one of them is used. */
const moreFields: KeyFilterField[] = [
  'issuer',
  'entity',
  'profile',
  'preset',
  'problem',
  'mail',
  'address',
  'made-from',
  'made-to',
  'ends-from',
  'ends-to',
]

export function countIn({ t: { keyList }, format }: Desk, { count, isMore }: KeyCount): string {
  const written = format.number(count)
  return isMore ? keyList.countMore(written) : keyList.count(count, written)
}

type LinkPart = 'sorts' | 'pages' | 'newHref' | 'csvHref' | 'mayRevoke'

function linksOf(
  { root, actor: { permissions } }: Desk,
  { query, sort }: AskedList,
  { previous, next }: KeyPage,
): Pick<KeysView, LinkPart> {
  const list = (more: Parameters<typeof writeQuery>[1]) =>
    `${root}/keys${writeQuery(query, { sort, ...more })}`
  const sortBy = (up: KeySort, down: KeySort | undefined, downIsFirst: boolean) => {
    const direction = sort === up ? 'ascending' : sort === down ? 'descending' : 'none'
    const [first, second] = downIsFirst ? [down ?? up, up] : [up, down ?? up]
    return { direction, href: list({ sort: sort === first ? second : first }) } as const
  }
  return {
    sorts: {
      key: sortBy('label', undefined, false),
      ends: sortBy('ends-first', 'ends-last', false),
      made: sortBy('oldest', 'newest', true),
    },
    pages: {
      first: previous === undefined ? undefined : list({}),
      previous: previous === undefined ? undefined : list({ before: previous }),
      next: next === undefined ? undefined : list({ after: next }),
      last: next === undefined ? undefined : list({ last: true }),
    },
    newHref: permissions.has('create-keys') ? `${root}/keys/new` : undefined,
    csvHref: `${root}/keys.csv${writeQuery(query, { sort })}`,
    mayRevoke: permissions.has('update-keys'),
  }
}
