import type { Context } from '../context'
import { readScope } from '../glpi'
import { type Importer, importRows, listSourceKeys, revokeMissing, usualSource } from '../imports'
import { chooseIssuer } from '../keys'
import { actAs } from './act-as'
import type { CommandTools } from './command-tools'
import type { ImportOptions } from './definitions/lists'
import { defaultsFrom } from './import/defaults'
import { importTable, readImport } from './import/import-file'
import type { ImportPort } from './import/port'
import { grantWith, presetCalled } from './preset-options'

/** The file is read first: what is wrong with it is told without a database. */
export async function importList(tools: CommandTools, file: string, options: ImportOptions): Promise<void> {
  const table = await readImport(file, options)
  await tools.withContext(async (context) => {
    const by = await importerFor(tools, context, options)
    await importTable(tools, portTo(context, by, options), table, options)
  })
}

function portTo(context: Context, by: Importer, options: ImportOptions): ImportPort {
  const { update, atomic, dryRun, send, batch } = options
  const source = options.source ?? usualSource
  const defaults = defaultsFrom(options)
  return {
    send: (rows, { number }) => {
      const label = batch === undefined || number === 1 ? batch : `${batch} (${number})`
      return importRows(context, by, { source, rows, defaults, update, atomic, dryRun, send, batch: label })
    },
    listKeys: (after) => listSourceKeys(context, by, source, after),
    revoke: (keyUids, isLook) => revokeMissing(context, by, { keyUids, dryRun: isLook }),
  }
}

/**
 * The server itself, or somebody under that authorisation of theirs which lets them give what the options say; where
 * only rows say what is given, under the first that lets them make keys.
 */
async function importerFor(
  { actor }: CommandTools,
  context: Context,
  options: ImportOptions,
): Promise<Importer> {
  const { as: login, profile, entity, preset } = options
  if (login === undefined)
    return { actor, issuer: { kind: 'system' }, scope: { kind: 'all' }, mayMake: true, mayUpdate: true }
  const isSaid = [profile, entity, preset].some((one) => one !== undefined)
  const chosen = isSaid ? await issuerGiving(context, login, options) : undefined
  const { issuer, held } = await actAs(
    context,
    login,
    ({ may, ...one }) =>
      may.createUsers &&
      (chosen === undefined ||
        (one.profilesId === chosen.profilesId && one.entitiesId === chosen.entitiesId)),
  )
  return {
    actor: { ...actor, kind: 'user', usersId: issuer.usersId },
    issuer,
    scope: await readScope(context.db, await context.glpi.side(), held),
    mayMake: held.may.createUsers,
    mayUpdate: held.may.updateUsers,
  }
}

async function issuerGiving(context: Context, login: string, options: ImportOptions) {
  const preset = await presetCalled(context, options.preset)
  return chooseIssuer(context, login, await grantWith(context, options, preset))
}
