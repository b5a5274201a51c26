import type { CommandTools } from './cli'

/** For whoever looks at a terminal; the library is loaded for them. */
export const startProgress: CommandTools['startProgress'] = process.stderr.isTTY
  ? async (total) => {
      const { SingleBar, Presets } = await import('cli-progress')
      const bar = new SingleBar({ stream: process.stderr, clearOnComplete: true }, Presets.shades_classic)
      bar.start(total, 0)
      return { advance: () => bar.increment(), stop: () => bar.stop() }
    }
  : undefined
