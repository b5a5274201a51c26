import type { EventActor } from '../audit'
import type { ImportColumn, RowCells, RowProblem } from '../csv'
import type { EntityScope, Issuer } from '../glpi'
import type { AskedKey } from '../keys'

/** One row of a list, as a file or a program has it. */
export interface ImportRow {
  /** Of the file, or counted from 1. */
  line: number
  cells: RowCells
  /** What was found wrong with it before. */
  problems?: readonly RowProblem[] | undefined
}

/** What all rows have that say nothing else. */
export type ImportDefaults = Omit<AskedKey, 'emails' | 'send'>

/** Somebody who imports. */
export interface Importer {
  actor: EventActor
  /** In whose name keys are made. */
  issuer: Issuer
  scope: EntityScope
  mayMake: boolean
  mayUpdate: boolean
}

/** Why a row that says something new changes nothing. */
export type NotChanged = 'not-asked' | 'revoked' | 'used-up' | 'expired'

export type RowOutcome = { line: number } & (
  | {
      outcome: 'created'
      /** Undefined where nothing was made: it would be. */
      keyUid: string | undefined
    }
  | { outcome: 'unchanged'; keyUid: string }
  /** It says something else than it did, and the key stays as it is. */
  | { outcome: 'changed'; keyUid: string; columns: readonly ImportColumn[]; why: NotChanged }
  | { outcome: 'updated'; keyUid: string; columns: readonly ImportColumn[] }
  | {
      outcome: 'refused'
      /** Of the row that is known already, to whoever may see its key. */
      keyUid: string | undefined
      problems: readonly RowProblem[]
    }
)

export interface ImportAnswer {
  /** False: nothing was done, since it was not to be, or since one of all was refused. */
  isDone: boolean
  rows: readonly RowOutcome[]
}
