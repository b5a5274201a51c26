/** What happened, why, and what to do next: the three things every page of bad news says. */
export interface Explanation {
  heading: string
  reason: string
  advice: string
}
