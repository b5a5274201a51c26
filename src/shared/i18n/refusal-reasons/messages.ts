import type { AskableRefusal } from '../../askable'

/** Why a link is refused, in a few words, for those who look after keys. */
export type RefusalReasons = Record<AskableRefusal, string>
