import type { FormField, ProblemCode } from '../../errors'

/** The fields that a key may ask for besides those of every account. */
export type FurtherField = Extract<
  FormField,
  'phone' | 'mobile' | 'registrationNumber' | 'title' | 'category' | 'location' | 'language' | 'terms'
>

export type FurtherProblem = Extract<
  ProblemCode,
  | 'phone-characters'
  | 'number-characters'
  | 'choice-gone'
  | 'choice-unknown'
  | 'terms-not-accepted'
  | 'terms-changed'
>

/** What is read in a form that asks for more, or for less, than every account has. */
export interface FormMessages {
  form: {
    fields: Record<FurtherField, string>
    problems: Record<FurtherProblem, string>
    /** After the label of a field that may be left empty. */
    optional: string
    /** Instead of “fill in every field”. */
    optionalNote: string
    /** The first line of a list: of one that has to be chosen from, and of one that need not be. */
    choose: string
    chooseNothing: string
    /** The first line of the list of languages, when GLPI's own will do. */
    usualLanguage: string
    /** Of a list too long to be shown. */
    search: string
    phoneHint: string
    numberHint: string
    /** The login may be left empty. */
    loginMadeUp: string
    /** The login was left empty and there is one in the field now. */
    loginProposed: string
    /** Before logins that are free. */
    loginsFree: string
    /** On the button that takes one, for screen readers: before the login. */
    takeLogin: string
    /** Before the text of the terms, or before the link to them. */
    termsLead: string
    /** The link. */
    termsLink: string
    /** Beside the box to tick. */
    termsAccept: string
  }
}
