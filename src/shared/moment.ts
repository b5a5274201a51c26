/** A place in a list that is in order of time: pages continue from here, whatever is added before it meanwhile. */
export interface Moment {
  at: Date
  uid: string
}

const form = /^(\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** For an address, as in `?after=1795233223123.01a1fbec-…`. */
export const writeMoment = ({ at, uid }: Moment): string => `${at.getTime()}.${uid}`

/** Undefined when it is not one: the list then begins at its beginning. */
export function readMoment(text: string): Moment | undefined {
  const [, ms, uid] = form.exec(text) ?? []
  return ms === undefined || uid === undefined ? undefined : { at: new Date(Number(ms)), uid }
}
