/** Looks at a code while it is typed: its beginning, its characters, its length and its check. The server decides. */
;(function () {
  'use strict'

  const field = document.querySelector('[data-code-check]')
  const status = document.querySelector('[data-code-status]')
  if (!field || !status) return

  const words = JSON.parse(field.dataset.codeCheck)
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  const bodyLength = 35
  const checkLength = 5
  /** So long after the last key, so that nobody is told of every letter. */
  const quietMs = 600
  let timer
  let round = 0

  field.addEventListener('input', function () {
    clearTimeout(timer)
    const own = ++round
    const found = read(field.value)
    // While it is incomplete there is time; what is complete or cannot become a code is said at once.
    timer = setTimeout(() => say(found, own), found.state === 'more' ? quietMs : 0)
  })
  if (field.value !== '') field.dispatchEvent(new Event('input'))

  /** The same as the server reads: any case, spaces and dashes anywhere, O for 0, I and L for 1; or a link with it. */
  function read(typed) {
    const compact = typed.replace(/[\s\p{Pd}\u00ad\u200b]/gu, '').toUpperCase()
    if (compact === '') return { state: 'empty' }
    const link = /\/R\/((?:GLPI|TEST)[0-9A-Z]{35})(?![0-9A-Z])/.exec(compact)
    const inside =
      link || (compact.length > 39 && /(?:^|[^0-9A-Z])((?:GLPI|TEST)[0-9A-Z]{35})(?![0-9A-Z])/.exec(compact))
    const text = inside ? inside[1] : compact
    const prefix = text.slice(0, 4)
    const isTest = 'TEST'.startsWith(prefix)
    if (!'GLPI'.startsWith(prefix) && !isTest) {
      // The beginning of a link, or a message around one: not finished, and no mistake.
      return { state: /^H(T|$)/.test(text) || text.length > 60 ? 'empty' : 'start' }
    }
    const body = text.slice(4).replace(/O/g, '0').replace(/[IL]/g, '1')
    for (const [index, character] of Array.from(body).entries()) {
      if (!alphabet.includes(character)) return { state: 'character', character: text[4 + index] }
    }
    if (text.length < 4 || body.length < bodyLength) return { state: 'more', n: 4 + bodyLength - text.length }
    if (body.length > bodyLength) return { state: 'many', n: body.length - bodyLength }
    return { state: 'whole', normalForm: prefix + body, isTest, isLink: Boolean(link) }
  }

  async function say(found, own) {
    const wrong = found.state === 'whole' && (await isMistyped(found.normalForm))
    if (own !== round) return // somebody types on
    const text = sentence(found, wrong)
    status.textContent = text
    status.dataset.state =
      text === '' || found.state === 'more' ? '' : found.state === 'whole' && !wrong ? 'good' : 'bad'
  }

  function sentence(found, wrong) {
    const counted = (forms) => (found.n === 1 ? forms.one : forms.many.replace('{n}', found.n))
    if (found.state === 'start') return words.otherStart
    if (found.state === 'character') return words.otherCharacter.replace('{c}', found.character)
    if (found.state === 'more') return counted(words.more)
    if (found.state === 'many') return counted(words.tooMany)
    if (found.state !== 'whole') return ''
    if (wrong) return words.mistyped
    const complete = found.isLink ? words.completeLink : words.complete
    return found.isTest ? complete + ' ' + words.test : complete
  }

  /** The last five characters are the first 25 bits of SHA-256 over the others; without HTTPS browsers cannot tell. */
  async function isMistyped(normalForm) {
    if (!window.crypto || !window.crypto.subtle) return false
    const body = new TextEncoder().encode(normalForm.slice(0, -checkLength))
    const bytes = new Uint8Array(await window.crypto.subtle.digest('SHA-256', body))
    const bits = ((bytes[0] << 24) | (bytes[1] << 16) | (bytes[2] << 8) | bytes[3]) >>> 7
    let check = ''
    for (let at = checkLength - 1; at >= 0; at -= 1) check += alphabet[(bits >>> (5 * at)) & 31]
    return check !== normalForm.slice(-checkLength)
  }
})()
