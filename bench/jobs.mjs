import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

/** A script of this folder as a process of its own that does the jobs it is asked for, one after the other. */
export function startWorker(script, env = {}) {
  const file = path.join(import.meta.dirname, script)
  const child = fork(file, { env: { ...process.env, ...env }, execArgv: [], serialization: 'advanced' })
  const kill = () => child.kill()
  process.once('exit', kill)

  return {
    ask: async (name, argument) => {
      child.send({ name, argument })
      const answer = await answerOf(child)
      if (answer.problem !== undefined) throw new Error(`${script}, ${name}: ${answer.problem}`)
      return answer.result
    },
    stop: async () => {
      process.off('exit', kill)
      if (child.exitCode !== null || child.signalCode !== null) return
      child.disconnect()
      await once(child, 'exit')
    },
  }
}

/** Both listeners go when one of them has heard something. */
function answerOf(child) {
  return new Promise((resolve) => {
    const hear = (answer) => {
      child.off('message', hear)
      child.off('exit', end)
      resolve(answer)
    }
    const end = (code) => hear({ problem: `it ended with ${code}` })
    child.once('message', hear)
    child.once('exit', end)
  })
}

/** The other side of `startWorker`. Whoever started us may be killed: then the channel closes, and we end too. */
export function doJobs(jobs) {
  process.on('message', async ({ name, argument }) => {
    try {
      process.send({ result: await jobs[name](argument) })
    } catch (error) {
      process.send({ problem: error.stack })
    }
  })
  process.once('disconnect', () => process.exit())
}
