import type { Context } from '../context'
import { readSchemaStatus } from '../shared/migrations-store'
import { fail, fewOf, type Finding, ok } from './finding'

export async function checkMigrations({ db }: Context): Promise<Finding> {
  const { pending, unknown } = await readSchemaStatus(db)
  if (unknown.length > 0) {
    return fail(`the tables were made by a newer release (${fewOf(unknown, 2)}): install that one`)
  }
  if (pending.length > 0) {
    return fail(
      `the tables lack ${pending.length} change(s) of this release (${fewOf(pending, 2)}): run "glpi-invite migrate", ` +
        'then apply what "glpi-invite db grants --account runtime" prints',
    )
  }
  return ok('the tables are those of this release')
}
