import type { ConsoleMessages } from '../messages'
import { approvals } from './approvals'
import { audit } from './audit'
import { changing } from './changing'
import { formFields } from './form-fields'
import { frame } from './frame'
import { home } from './home'
import { key } from './key'
import { keyList } from './key-list'
import { mails } from './mails'
import { making } from './making'
import { presets } from './presets'
import { privacy } from './privacy'
import { requests } from './requests'
import { signIn } from './sign-in'
import { status } from './status'
import { tokens } from './tokens'
import { transfer } from './transfer'
import { webhooks } from './webhooks'

export const it: ConsoleMessages = {
  approvals,
  audit,
  changing,
  formFields,
  frame,
  home,
  key,
  keyList,
  mails,
  making,
  presets,
  privacy,
  requests,
  signIn,
  status,
  tokens,
  transfer,
  webhooks,
}
