/**
 * Programs that open a link before, or instead of, the person it was sent to. Most name themselves with one of a few
 * words, or with the address of whoever runs them; the rest are chat and mail programs that are met often.
 *
 * Being wrong costs little: a counter is a little too high or too low, and nobody is turned away.
 */
const namesItself = /(?<!cu)bot\b|crawl|spider|preview|scanner|unfurl|fetch|monitor|headless|\+https?:/i
const named =
  /whatsapp|facebookexternalhit|facebookcatalog|meta-external|slack-imgproxy|viber|embedly|iframely|mattermost|rocket\.chat|synapse|nextcloud|zulip|microsoft office|ms-office|google-safety|google-read-aloud|bingpreview|proofpoint|mimecast|barracuda|safelinks|urldefense/i
/** Command-line programs and libraries; whoever reads this with one of them is not filling in a form. */
const tool = /^(curl|wget|python|go-http|java|okhttp|axios|node|undici|libwww|apache-httpclient|guzzle)/i

/** Whether a request with this `User-Agent` comes from a program that looks at links, and not from a person. */
export function isLinkPreviewer(userAgent: string): boolean {
  const agent = userAgent.trim()
  return agent === '' || namesItself.test(agent) || named.test(agent) || tool.test(agent)
}
