/** A person's name, cut in two as GLPI's columns want it. */
export interface PersonNames {
  firstname: string
  realname: string
}

/**
 * First and last name, where the order can be told: `Marie Curie`, `Curie, Marie`, and `CURIE Marie` with the last name
 * in capitals, as in France. Undefined for one word, and for what is no name: a guess that is wrong is worse than none.
 */
export function splitName(name: string): PersonNames | undefined {
  const parts = name.split(',').map((part) => part.trim())
  if (parts.length === 2) return namesFrom(parts[1] ?? '', parts[0] ?? '')
  if (parts.length > 2) return undefined
  const words = name.split(/\s+/).filter((word) => word !== '')
  const inCapitals = words.filter(isInCapitals)
  if (inCapitals.length > 0 && inCapitals.length < words.length)
    return namesFrom(words.filter((word) => !isInCapitals(word)).join(' '), inCapitals.join(' '))
  return namesFrom(words[0] ?? '', words.slice(1).join(' '))
}

/** Both, if both look like names of people: letters, with what stands between and after them. */
export function namesFrom(firstname: string, realname: string): PersonNames | undefined {
  const names = [firstname, realname].map((name) => name.replace(/\s+/g, ' ').trim().normalize('NFC'))
  const [first = '', last = ''] = names
  return names.every(isName) ? { firstname: first, realname: last } : undefined
}

const isInCapitals = (word: string): boolean => /^\p{Lu}[\p{Lu}\p{M}'’-]+$/u.test(word)
const isName = (name: string): boolean =>
  /^(?:[\p{L}\p{M}'’-]+\.?|(?:\p{L}\.)+)(?: (?:[\p{L}\p{M}'’-]+\.?|(?:\p{L}\.)+))*$/u.test(name) &&
  name.length <= 120
