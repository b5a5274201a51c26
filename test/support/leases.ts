import type { TestApp } from './test-app'

/** As a minute later: what servers held that were killed is free. */
export const lapseLeases = ({ database: { database, sql } }: TestApp): Promise<unknown> =>
  sql('UPDATE ??.api_calls SET leased_until = made_at WHERE leased_until IS NOT NULL', [database])
