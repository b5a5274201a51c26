import { AppError, type ErrorCode } from '../shared/errors'

/**
 * Why a mail cannot be put together now and may be later. For programs and dictionaries: a reason never changes its
 * meaning.
 *
 * - `paused`: its key; it goes out when the key is resumed
 * - `would-be-refused`: whoever opened its link now would be turned away, as the check of the key says
 * - `no-key-ring`: the ring that opens the code cannot be read
 * - `other-key-ring`: the code was sealed with a ring that is not here
 * - `no-code`: the code was never sealed, so its link cannot be had again
 */
export type NotComposedReason = 'paused' | 'would-be-refused' | 'no-key-ring' | 'other-key-ring' | 'no-code'

/** The mail stays in the outbox, and is tried again. */
export class NotComposed extends AppError {
  constructor(readonly why: NotComposedReason) {
    const [code, sentence] = reasons[why]
    super(code, sentence)
  }
}

const reasons: Record<NotComposedReason, [code: ErrorCode, sentence: string]> = {
  paused: ['KEY_PAUSED', 'the key is paused: resume it, and the mail goes out'],
  'would-be-refused': [
    'KEY_GRANT_REFUSED',
    'whoever opens the link now is turned away: see what is wrong on the page of the key',
  ],
  'no-key-ring': [
    'CONFIG_INVALID',
    'the key ring cannot be read, and without it no link can be written: see "glpi-invite doctor"',
  ],
  'other-key-ring': [
    'CONFIG_INVALID',
    'the code was sealed with another key ring: restore that one from your backup, or reissue the key',
  ],
  'no-code': [
    'CONFIG_INVALID',
    'the key was made without a key ring, so its link cannot be had again: reissue it, or make a new key',
  ],
}
