import { z } from 'zod'
import { type KeyFilterField, keyStates, mailFilters } from '../../keys'
import { keyProblems } from '../../shared/key-problems'
import { dayForm } from '../../shared/time'

const Day = z.string().regex(dayForm, 'a day, such as 2026-12-31').meta({ example: '2026-12-31' })
const Text = z.string().min(1).max(255)
const Id = z.union([z.int().min(0), z.string().regex(/^\d{1,10}$/, 'an id of GLPI, which is a number')])

/** What keys are chosen by, in a query string and in JSON alike; days are those of the organisation. */
export const filterFields = {
  state: z.enum(keyStates).meta({ description: 'As they are now' }),
  issuer: z
    .union([z.literal('system'), Id])
    .meta({ description: 'Who answers for them: the id in GLPI, or `system`' }),
  entity: Id.meta({ description: 'Granting something in this entity' }),
  profile: Id.meta({ description: 'Granting this profile' }),
  batch: z.guid().meta({ description: 'Made together' }),
  preset: z.guid().meta({ description: 'Made from this preset' }),
  problem: z
    .enum(['any', ...keyProblems])
    .meta({ description: 'What they would be refused for; `any` of it' }),
  mail: z.enum(mailFilters).meta({ description: 'An invitation of theirs failed, or waits to be sent' }),
  search: Text.meta({
    description: 'Beginnings of words of the label, an address, a hint, a uid, a code or a link',
  }),
  address: Text.meta({ description: 'Bound to this address, or used by it' }),
  'made-from': Day.meta({ description: 'Made on this day or later' }),
  'made-to': Day.meta({ description: 'Made on this day or earlier' }),
  'ends-from': Day.meta({ description: 'Ending on this day or later' }),
  'ends-to': Day.meta({ description: 'Ending on this day or earlier' }),
} satisfies Record<KeyFilterField, z.ZodType>
