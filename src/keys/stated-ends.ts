/** Keys that have not ended, on the index of the ends that people are told: `earliestStatedEnd`, then now. */
export const notYetEnded = 'k.stated_end > ? AND k.expires_at > ?'

/** Ends that people are told lie no more than this before the real ones: EXPIRY_GRACE is 7 days at the most. */
const farthestMs = 8 * 86_400_000

/** Where a walk along the index begins that meets every key which has not ended. */
export const earliestStatedEnd = (now: Date): Date => new Date(now.getTime() - farthestMs)
