import { z } from 'zod'
import { type Bindings, type Db, selectPrepared } from './db'

const Row = z.object({ what: z.string(), id: z.coerce.number(), text: z.string(), detail: z.string() })

/** Something that a table says, in columns that fit all; whoever asked for it knows what stands where. */
export type Fact = z.output<typeof Row>

/** SELECTs of what, id, text and detail, without `??`. The `what` is the asker's own, to find the answer by. */
export interface Question {
  selects: readonly string[]
  bindings: Bindings
}

/** What several stores want to know, in one round trip: a registration waits for each. */
export async function readFacts(db: Db, questions: readonly Question[]): Promise<Fact[]> {
  const selects = questions.flatMap((question) => question.selects)
  if (selects.length === 0) return []
  const bindings = questions.flatMap((question) => question.bindings)
  return selectPrepared(db, Row, selects.join(' UNION ALL '), bindings)
}
