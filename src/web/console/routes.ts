import type { Context } from '../../context'
import { approvalRoutes } from './approvals/approval-routes'
import { auditRoutes } from './audit/audit-routes'
import { keyRoutes } from './key/key-routes'
import { consoleLinkRoutes } from './console-link-routes'
import { homeRoutes } from './home/home-routes'
import { killSwitchRoutes } from './kill-switch-routes'
import { keyTransferRoutes } from './keys/key-transfers'
import { keyListRoutes } from './keys/key-list-routes'
import { mailRoutes } from './mails/mail-routes'
import { batchRoutes } from './making/batch-routes'
import { newKeyRoutes } from './making/new-key-routes'
import { presetRoutes } from './presets/preset-routes'
import { privacyRoutes } from './privacy/privacy-routes'
import { requestRoutes } from './requests/request-routes'
import type { ConsoleRoute } from './route'
import { sessionRoutes } from './session-routes'
import { signInRoutes } from './sign-in-routes'
import { statusRoutes } from './status-routes'
import { webhookRoutes } from './webhooks/webhook-routes'
import { tokenRoutes } from './tokens/token-routes'

/** Every address of the console, and who may use it. The first that fits answers: exact paths before patterns. */
export function consoleRoutes(context: Context): ConsoleRoute[] {
  return [
    ...signInRoutes(context),
    ...consoleLinkRoutes(context),
    ...sessionRoutes(context),
    ...homeRoutes(context),
    ...keyListRoutes(context),
    ...keyTransferRoutes(context),
    ...newKeyRoutes(context),
    ...batchRoutes(context),
    ...presetRoutes(context),
    ...requestRoutes(context),
    ...approvalRoutes(context),
    ...auditRoutes(context),
    ...keyRoutes(context),
    ...mailRoutes(context),
    ...webhookRoutes(context),
    ...statusRoutes(context),
    ...privacyRoutes(context),
    ...tokenRoutes(context),
    ...killSwitchRoutes(context),
  ]
}
