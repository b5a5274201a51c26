import type { Day } from '../../../shared/time'
import type { Desk } from '../desk'
import type { ChartDay, ChartView } from '../views/home'
import { atMost, writeCount } from './counts'

/** The plane of the picture, in percent: room on the left and below is for numbers and days. */
const left = 5
const right = 100
const top = 6
const ground = 86

/** How much of its day's width a bar takes. */
const barShare = 0.7

const daysBetweenLabels = 7

export interface Numbers {
  days: readonly Day[]
  accounts: readonly number[]
  keys: readonly number[]
}

/** Where bars, line and words go. The template only writes it down. */
export function chartView(desk: Desk, { days, accounts, keys }: Numbers): ChartView {
  const { t, format } = desk
  const scale = scaleFor(Math.max(...accounts, ...keys))
  const step = (right - left) / days.length
  const y = (n: number) => ground - ((ground - top) * n) / scale.max
  const middle = (index: number) => left + step * (index + 0.5)
  const dots = keys.map((n, index) => ({ x: percent(middle(index)), y: percent(y(n)) }))
  const totalAccounts = atMost(sum(accounts))
  const totalKeys = atMost(sum(keys))

  return {
    isEmpty: totalAccounts === 0 && totalKeys === 0,
    description: t.home.chart.description(writeCount(desk, totalAccounts), writeCount(desk, totalKeys)),
    totals: {
      accounts: { n: writeCount(desk, totalAccounts), text: t.home.chart.accounts(totalAccounts) },
      keys: { n: writeCount(desk, totalKeys), text: t.home.chart.keys(totalKeys) },
    },
    lines: scale.ticks.map((n) => ({ y: percent(y(n)), text: format.shortNumber(n) })),
    labels: days.flatMap(({ start }, index) =>
      (days.length - 1 - index) % daysBetweenLabels === 0 ? [labelAt(start, index)] : [],
    ),
    days: days.map((day, index) => dayView(day, index)),
    segments: dots.slice(1).map((dot, index) => ({
      x1: dots[index]?.x ?? '',
      y1: dots[index]?.y ?? '',
      x2: dot.x,
      y2: dot.y,
    })),
  }

  function labelAt(start: Date, index: number): ChartView['labels'][number] {
    const fromLast = days.length - 1 - index
    const said = { text: format.shortDay(start), isBetween: (fromLast / daysBetweenLabels) % 2 === 1 }
    return fromLast === 0
      ? { ...said, x: percent(right), anchor: 'end' }
      : { ...said, x: percent(middle(index)), anchor: 'middle' }
  }

  function dayView({ start, date }: Day, index: number): ChartDay {
    const [made = 0, newKeys = 0] = [accounts[index], keys[index]]
    const numbers = { accounts: writeCount(desk, made), keys: writeCount(desk, newKeys) }
    const { chart } = t.home
    return {
      x: percent(left + step * index),
      width: percent(step),
      title: chart.day(
        format.day(start),
        `${numbers.accounts} ${chart.accounts(made)}`,
        `${numbers.keys} ${chart.keys(newKeys)}`,
      ),
      bar: {
        x: percent(middle(index) - (step * barShare) / 2),
        y: percent(y(made)),
        width: percent(step * barShare),
        height: percent(ground - y(made)),
      },
      dot: newKeys === 0 ? undefined : dots[index],
      date: format.day(start),
      iso: date,
      ...numbers,
    }
  }
}

/** Round numbers to read the height by: 1, 2 or 5 with zeros, four or five of them, the last at least `highest`. */
export function scaleFor(highest: number): { max: number; ticks: number[] } {
  const rough = Math.max(highest, 4) / 4
  const magnitude = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 5, 10].find((n) => n * magnitude >= rough) ?? 10) * magnitude
  const count = Math.ceil(Math.max(highest, 4) / step)
  return { max: step * count, ticks: Array.from({ length: count + 1 }, (_, index) => index * step) }
}

const percent = (n: number): string => `${Math.round(n * 100) / 100}%`
const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0)
