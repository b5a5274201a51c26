import type { ImportAnswer, ImportRow } from '../../imports'

/** Where lists go: into the database on the server, over the API elsewhere. */
export interface ImportPort {
  /** Some of the rows, or all of them when it is all or nothing. */
  send(rows: readonly ImportRow[], chunk: { number: number }): Promise<ImportAnswer>
  /** The keys of the list that people may still come to use, page by page. */
  listKeys(after: string | undefined): Promise<{ keyUids: readonly string[]; next: string | undefined }>
  /** @returns how many were, or would be, revoked */
  revoke(keyUids: readonly string[], dryRun: boolean): Promise<number>
}
