import type { Command } from 'commander'
import type { CommandTools } from './command-tools'
import { batchActions } from './batches-command'
import { batchesCommand } from './definitions/batches'
import { completionCommand } from './definitions/completion'
import { consoleLinkCommand } from './console-link-command'
import { databaseCommand, migrateCommand } from './database-commands'
import { doctorCommand } from './doctor-command'
import { initCommand } from './init-command'
import { keyRingCommand } from './key-ring-command'
import { showGrantable } from './grantable-command'
import { grantableCommand } from './definitions/grantable'
import { eventsCommand } from './definitions/events'
import { eventActions } from './events-commands'
import { keysCommand } from './definitions/keys'
import { presetsCommand } from './definitions/presets'
import { registrationsCommand } from './definitions/registrations'
import { requestsCommand } from './definitions/requests'
import { keyActions, killSwitchCommand } from './keys-commands'
import { moveCommand } from './move-command'
import { presetActions } from './presets-commands'
import { privacyCommand } from './privacy-commands'
import { registrationActions } from './registrations-commands'
import { requestActions } from './requests-commands'
import { tokensCommand } from './definitions/tokens'
import { tokenActions } from './tokens-commands'
import { statsCommand } from './stats-command'
import { uninstallCommand } from './uninstall-command'
import { withExamples } from './server-examples'
import { serveCommand } from './serve-command'
import { webhooksCommand } from './definitions/webhooks'
import { webhookActions } from './webhooks-commands'
import { workCommand } from './work-command'

/** All that `glpi-invite` can do, in the order in which `--help` tells it. */
export const everyCommand = (tools: CommandTools): Command[] =>
  withExamples([
    serveCommand(tools),
    workCommand(tools),
    migrateCommand(tools),
    keysCommand(keyActions(tools)),
    batchesCommand(batchActions(tools)),
    presetsCommand(presetActions(tools)),
    grantableCommand(showGrantable(tools)),
    registrationsCommand(registrationActions(tools)),
    requestsCommand(requestActions(tools)),
    webhooksCommand(webhookActions(tools)),
    eventsCommand(eventActions(tools)),
    statsCommand(tools),
    killSwitchCommand(tools),
    tokensCommand(tokenActions(tools)),
    consoleLinkCommand(tools),
    keyRingCommand(tools),
    privacyCommand(tools),
    moveCommand(tools),
    databaseCommand(tools),
    initCommand(tools),
    doctorCommand(tools),
    uninstallCommand(tools),
    completionCommand(tools.terminal),
  ])
