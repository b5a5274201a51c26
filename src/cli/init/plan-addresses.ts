import { AppError } from '../../shared/errors'
import { isLoopback } from '../../doctor'
import type { GlpiAnswers } from './glpi-answers-store'

export interface PlannedAddresses {
  publicUrl: string
  glpiUrl: string
  warnings: string[]
}

/**
 * Our address and GLPI's: what was asked for, else what GLPI says of itself.
 *
 * @param asked GLPI's answers, or the sentence why there are none
 * @throws {AppError} INPUT_INVALID when neither says where people will find us
 */
export function planAddresses(wished: string | undefined, asked: GlpiAnswers | string): PlannedAddresses {
  const glpi = typeof asked === 'string' ? undefined : usableUrl(asked.urlBase)
  const publicUrl = (wished ?? (glpi === undefined ? undefined : `${glpi}/invite`))?.replace(/\/+$/, '')
  if (publicUrl === undefined) {
    const reason = typeof asked === 'string' ? asked : 'GLPI does not say its own address (url_base)'
    throw new AppError(
      'INPUT_INVALID',
      `${reason}. Say where people will reach glpi-invite: --public-url https://help.example.org/invite`,
    )
  }
  const glpiUrl = glpi ?? publicUrl.replace(/\/invite$/, '')
  return {
    publicUrl,
    glpiUrl,
    warnings: [
      ...warningsAbout(publicUrl),
      ...(glpi === undefined
        ? [`GLPI's address is not known, so GLPI_URL is a guess (${glpiUrl}): check it in .env`]
        : []),
      ...(glpi !== undefined && isLoopback(new URL(glpi).hostname)
        ? [`GLPI says its address is ${glpi}, which only this machine can open: correct GLPI_URL in .env`]
        : []),
    ],
  }
}

const usableUrl = (text: string | undefined): string | undefined =>
  text !== undefined && /^https?:/.test(text) && URL.canParse(text) ? text : undefined

function warningsAbout(publicUrl: string): string[] {
  if (!URL.canParse(publicUrl)) return []
  const { protocol, hostname } = new URL(publicUrl)
  if (isLoopback(hostname)) {
    return [`only this machine can open ${publicUrl}: give the address that people use with --public-url`]
  }
  return protocol === 'http:'
    ? [
        `PUBLIC_URL is plain http (${publicUrl}), which the server refuses: put https in front and say so in .env, or ` +
          'accept there with ALLOW_HTTP=true that passwords can be read on the way',
      ]
    : []
}
