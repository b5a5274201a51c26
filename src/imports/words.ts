const yes = ['yes', 'y', 'true', '1', 'x', 'oui', 'o', 'ja', 'j', 'si', 'sí', 's', 'sì', 'sim']
const no = ['no', 'n', 'false', '0', 'non', 'nein', 'não', 'nao']
const never = ['never', 'jamais', 'nie', 'nunca', 'mai']
const unlimited = [
  'unlimited',
  'illimité',
  'unbegrenzt',
  'ilimitado',
  'sin límite',
  'illimitato',
  'sem limite',
]

const isOneOf = (words: readonly string[], text: string): boolean =>
  words.includes(text.trim().normalize('NFC').toLowerCase())

/** Undefined when it is neither. */
export const readYesOrNo = (text: string): boolean | undefined =>
  isOneOf(yes, text) ? true : isOneOf(no, text) ? false : undefined

export const meansNever = (text: string): boolean => isOneOf(never, text)
export const meansUnlimited = (text: string): boolean => isOneOf(unlimited, text)

/** Several things in one cell. Commas belong to names. */
export const severalIn = (text: string): string[] =>
  text
    .split(/[;|\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
