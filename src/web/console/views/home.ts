import type { ConsolePageView } from './page'

export interface HomeView extends ConsolePageView {
  /** For those who may make one. */
  newHref: string | undefined
  /** Empty: nothing needs anybody. */
  needs: NeedView[]
  /** For those who may have all keys checked. */
  csrf: string | undefined
  chart: ChartView
  newcomers: NewcomerView[]
}

/** Some keys that one should know about, and where all of them are listed. */
export interface NeedView {
  id: string
  heading: string
  hint: string | undefined
  keys: { href: string; name: string; hint: string; remark: string }[]
  allHref: string
}

/** A picture of two numbers a day. Everything in it is a percentage, so that it fits any width and text keeps its size. */
export interface ChartView {
  isEmpty: boolean
  description: string
  totals: { accounts: { n: string; text: string }; keys: { n: string; text: string } }
  /** Bottom first. */
  lines: { y: string; text: string }[]
  /** What is between others is left out where there is little room. */
  labels: { x: string; text: string; anchor: 'middle' | 'end'; isBetween: boolean }[]
  days: ChartDay[]
  segments: { x1: string; y1: string; x2: string; y2: string }[]
}

export interface ChartDay {
  /** Where the day's own strip begins, and how wide it is: it tells its numbers to a mouse. */
  x: string
  width: string
  /** `27 Nov 2026: 5 accounts made, 2 keys made` */
  title: string
  bar: { x: string; y: string; width: string; height: string }
  /** `undefined` where no key was made: a dot on the ground would hide it. */
  dot: { x: string; y: string } | undefined
  /** For the table. */
  date: string
  iso: string
  accounts: string
  keys: string
}

export interface NewcomerView {
  who: string
  account: { href: string; label: string } | undefined
  key: string
  keyHref: string
  when: string
  iso: string
}
