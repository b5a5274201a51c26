import type { Context } from '../../context'
import { type CheckResult, runChecks } from '../../doctor'
import type { Desk, Own } from './desk'
import { jobRows } from './job-rows'
import type { ConsoleRoute } from './route'

/** A check that takes longer is reported as one that does not answer, so that the page itself always does. */
const patienceMs = 6_000

const tones = { ok: 'good', warn: 'warn', fail: 'bad' } as const

/** What `doctor` says on the command line, as a page. */
export function statusRoutes(context: Context): ConsoleRoute[] {
  return [
    {
      method: 'get',
      path: '/status',
      may: 'configure',
      handle: async (_req, _res, desk) => {
        const [results, jobs] = await Promise.all([
          runChecks(context, patienceMs),
          jobRows(context, desk).catch(() => []), // the checks say why the database does not answer
        ])
        desk.show('status', { ...statusView(desk, results), jobs })
      },
    },
  ]
}

function statusView({ t: { status } }: Desk, results: readonly CheckResult[]): Omit<Own<'status'>, 'jobs'> {
  const count = (wanted: CheckResult['status']) => results.filter((one) => one.status === wanted).length
  const [bad, warn] = [count('fail'), count('warn')]
  return {
    title: status.title,
    summary: {
      text: [
        ...(bad > 0 ? [status.summary.bad(bad)] : []),
        ...(warn > 0 ? [status.summary.warn(warn)] : []),
        ...(bad + warn === 0 ? [status.summary.good] : []),
      ].join(' '),
      tone: bad > 0 ? 'bad' : warn > 0 ? 'warn' : 'good',
    },
    checks: results.map((result) => ({
      name: status.checks[result.name],
      state: status.states[result.status],
      status: result.status,
      tone: tones[result.status],
      message: result.message,
    })),
  }
}
