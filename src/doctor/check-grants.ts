import type { Context } from '../context'
import { glpiLines, lineOf, readGlpiSettings } from '../glpi'
import { expectedAccountHost } from './account-host'
import { runtimeGrants } from './database-grants'
import { fail, fewOf, type Finding, ok, warn } from './finding'
import {
  allows,
  excessGrants,
  type Grant,
  isRoleGrant,
  missingGrants,
  nameGrant,
  parseGrants,
} from './grants'
import { readGrants, type ServerFacts } from './server-store'

/** Whether the server's account has what `db grants` prints, and no more. */
export async function checkGrants(context: Context, server: ServerFacts): Promise<Finding> {
  const lines = await readGrants(context.db)
  const held = lines.flatMap(parseGrants)
  const needed = await neededGrants(context)
  const advice = `apply what "${grantsCommand(context, server)}" prints`

  const missing = missingGrants(needed, held)
  if (missing.length > 0 && lines.some(isRoleGrant)) {
    return warn(`the account has roles, whose privileges are not compared here: to be sure, ${advice}`)
  }
  if (missing.length > 0) return fail(`the account lacks ${fewOf(missing.map(nameGrant))}: ${advice}`)

  const excess = excessGrants(needed, held)
  return excess.length > 0
    ? warn(describeExcess(context, excess))
    : ok('the account has what it needs and no more')
}

/** While GLPI's version cannot be read, what both lines need is looked for: that names the reason. */
async function neededGrants({ db, config }: Context): Promise<Grant[]> {
  const targets = { database: config.database.database, glpiDatabase: config.glpiDatabase }
  const line = await readGlpiSettings(db, config.glpiDatabase).then(
    ({ version }) => lineOf(version) ?? glpiLines[0],
    () => glpiLines[0],
  )
  return runtimeGrants({ ...targets, line }, { user: 'anybody', host: '%' }).flatMap(parseGrants)
}

function grantsCommand({ config }: Context, { accountHost }: ServerFacts): string {
  const host = accountHost === expectedAccountHost(config.database) ? '' : ` --host ${accountHost}`
  return `glpi-invite db grants --account runtime${host}`
}

/** What could be changed that never should be comes first, whichever grant it is that allows it. */
function describeExcess({ config }: Context, excess: readonly Grant[]): string {
  const glpi = { database: config.glpiDatabase.toLowerCase(), table: '*' }
  const audit = { database: config.database.database.toLowerCase(), table: 'audit_events' }
  const dangers = [
    ...changesAllowed(excess, glpi).map((verbs) => `${verbs} on GLPI's tables`),
    ...changesAllowed(excess, audit).map((verbs) => `${verbs} on audit_events`),
  ]
  return (
    `this account may do more than needed: ${[...dangers, `it has ${fewOf(excess.map(nameGrant), 3)}`].join('; ')}. ` +
    'Give the server an account of its own, with what "glpi-invite db grants --account runtime" prints'
  )
}

function changesAllowed(grants: readonly Grant[], target: { database: string; table: string }): string[] {
  const verbs = ['UPDATE', 'DELETE'].filter((privilege) =>
    grants.some((grant) => allows(grant, { ...target, privilege })),
  )
  return verbs.length === 0 ? [] : [verbs.join(' and ')]
}
