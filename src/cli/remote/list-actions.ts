import type { ListActions } from '../definitions/lists'
import type { Remote } from './remote'

/** `keys import|export|check` over the API, each loaded when somebody asks for it. */
export const listActions = (remote: Remote): ListActions => ({
  importList: async (file, options) => {
    const { importTable, readImport } = await import('../import/import-file.js')
    const { importPort } = await import('./import-port.js')
    const table = await readImport(file, options, oneRequest)
    await importTable(remote, importPort(remote, options), table, options)
  },
  exportKeys: async (options) => {
    const { exportKeys } = await import('./export-keys.js')
    return exportKeys(remote, options)
  },
  check: async (code, options) => {
    const { checkCode } = await import('./check-code.js')
    return checkCode(remote, code, options)
  },
})

/** All or nothing is one transaction, and that is one request. */
const oneRequest = {
  rows: 1_000,
  remedy: 'cut the file into several, or import it on the server, where it may have 5,000',
}
