import type { CommandTools } from './command-tools'
import type { ListActions } from './definitions/lists'

/** `keys import|export|check` on the server, each loaded when somebody asks for it. */
export const listActions = (tools: CommandTools): ListActions => ({
  importList: async (file, options) => {
    const { importList } = await import('./import-command.js')
    return importList(tools, file, options)
  },
  exportKeys: async (options) => {
    const { exportKeys } = await import('./export-command.js')
    return tools.withContext((context) => exportKeys(tools, context, options))
  },
  check: async (code, options) => {
    const { checkCode } = await import('./check-command.js')
    return checkCode(tools, code, options)
  },
})
