import type { Context } from '../context'
import { isLoopback } from './account-host'
import { type Finding, ok, warn } from './finding'

/** The configuration could be parsed, or we would not be here: what is left is what it allows. */
export function checkConfiguration({ config }: Context): Finding {
  const { protocol, hostname } = new URL(config.publicUrl)
  const risks = [
    ...(protocol === 'http:' && !isLoopback(hostname)
      ? [
          'ALLOW_HTTP lets passwords travel where others can read them: put https in front and into PUBLIC_URL',
        ]
      : []),
    ...(config.environment === 'production'
      ? []
      : [
          `ENVIRONMENT is ${config.environment}, so keys are test keys (TEST-…): set it to production where real people register`,
        ]),
  ]
  return risks.length === 0 ? ok(`complete, for ${config.publicUrl}`) : warn(risks.join('; '))
}
