import { domainToASCII } from 'node:url'

/** No space, no control character, nothing that means something in a header or to a mail server; any letters. */
const local = /^[^\s\p{C}"(),:;<>@[\]\\]{1,64}$/u
const domain = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i

/** Whether an address can be written into an envelope (RFC 5321 §4.1.2 without quotes, RFC 6531 with any letters). */
export function isSendableAddress(address: string): boolean {
  const at = address.lastIndexOf('@')
  const [name, host] = [address.slice(0, at), domainToASCII(address.slice(at + 1))]
  return (
    at > 0 &&
    local.test(name) &&
    !/^\.|\.\.|\.$/.test(name) &&
    Buffer.byteLength(name) <= 64 &&
    host.length <= 253 &&
    host.split('.').every((label) => label.length <= 63) &&
    domain.test(host)
  )
}
