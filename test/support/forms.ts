import type { Answer } from './browser'

/**
 * What a browser would send if the form with this action were sent as it stands: the fields of a page, those that are
 * checked or selected. Of fields with one name, the last.
 */
export function fieldsOf({ text }: Answer, action: string): Record<string, string> {
  const forms = text.match(/<form[\s\S]*?<\/form>/g) ?? []
  const form = forms.find((one) => new RegExp(`action="[^"]*${action}"`).test(one))
  if (form === undefined) throw new Error(`the page has no form for ${action}: ${text.slice(0, 3000)}`)
  const fields: Record<string, string> = {}
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const type = attribute(tag, 'type')
    const isLeftOut = (type === 'radio' || type === 'checkbox') && !/\schecked[\s>]/.test(tag)
    const name = attribute(tag, 'name')
    if (!isLeftOut && name !== undefined) fields[name] = attribute(tag, 'value') ?? ''
  }
  for (const [, tag = '', value = ''] of form.matchAll(/<textarea([^>]*)>([\s\S]*?)<\/textarea>/g))
    fields[attribute(tag, 'name') ?? ''] = decoded(value)
  for (const [, tag = '', options = ''] of form.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g)) {
    const all = options.match(/<option[^>]*>/g) ?? []
    const chosen = all.find((option) => /\sselected[\s>]/.test(option)) ?? all[0] ?? ''
    fields[attribute(tag, 'name') ?? ''] = attribute(chosen, 'value') ?? ''
  }
  return fields
}

/** The texts of the options of a list. */
export function optionsOf({ text }: Answer, name: string): string[] {
  const list = new RegExp(`<select[^>]* name="${name}"[^>]*>([\\s\\S]*?)</select>`).exec(text)?.[1] ?? ''
  return Array.from(list.matchAll(/<option[^>]*>([^<]*)</g), ([, option = '']) => decoded(option))
}

const attribute = (tag: string, name: string): string | undefined => {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return value === undefined ? undefined : decoded(value)
}

const decoded = (html: string): string =>
  html
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
