import { z } from 'zod'
import { type Db, select } from '../shared/db'

const fewKeys = 4_000
const fewWords = 8

/** How the keys are best found whose labels have words that begin so. */
export type ManyWords =
  /** So few that they can be sorted. */
  | { kind: 'few-keys'; rarest: string }
  /** Too many to sort, but they have only these words, and under each word keys are in order. */
  | { kind: 'few-words'; rarest: string; words: string[] }
  /** Many keys with many words: one in a few dozen has one. */
  | { kind: 'many'; rarest: string }

/** @param inOrder whether the keys are wanted in an order; if not, it is enough to know the rarest */
export async function findManyWords(
  db: Db,
  beginnings: readonly string[],
  inOrder: boolean,
): Promise<ManyWords> {
  const [only] = beginnings
  if (!inOrder && beginnings.length === 1 && only !== undefined) return { kind: 'many', rarest: only }
  const counts: { word: string; n: number }[] = []
  for (const word of beginnings) counts.push({ word, n: await countUpTo(db, word) })
  const [first] = counts.sort((one, other) => one.n - other.n || other.word.length - one.word.length)
  const rarest = first?.word ?? ''
  if ((first?.n ?? 0) <= fewKeys) return { kind: 'few-keys', rarest }
  if (rarest.length === 1) return { kind: 'many', rarest }
  const words = await listWords(db, rarest)
  if (words.length > fewWords) return { kind: 'many', rarest }
  return { kind: 'few-words', rarest, words }
}

/** From one word to the next, a look-up each: DISTINCT would read every key that has one of them. */
async function listWords(db: Db, beginning: string): Promise<string[]> {
  const words: string[] = []
  while (words.length <= fewWords) {
    const [row] = await select(
      db,
      z.object({ word: z.string() }),
      'SELECT word FROM key_words WHERE word > ? AND word LIKE ? ORDER BY word LIMIT 1',
      [words.at(-1) ?? '', `${beginning}%`],
    )
    if (row === undefined) return words
    words.push(row.word)
  }
  return words
}

async function countUpTo(db: Db, beginning: string): Promise<number> {
  const [row] = await select(
    db,
    z.object({ n: z.number() }),
    'SELECT COUNT(*) AS n FROM (SELECT 1 FROM key_words WHERE word LIKE ? LIMIT ?) AS found',
    [`${beginning}%`, fewKeys + 1],
  )
  return row?.n ?? 0
}
