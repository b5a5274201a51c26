import { execFile } from 'node:child_process'

export interface ProgramResult {
  ok: boolean
  /** What it printed, or why it could not be run. */
  output: string
}

/** Runs a program to its end, with `input` on its standard input. */
export function runProgram(program: string, args: string[], input = ''): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = execFile(program, args, { maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) =>
      resolve({ ok: error === null, output: `${stdout}${stderr}`.trim() || (error?.message ?? '') }),
    )
    child.stdin?.on('error', () => undefined) // a program that ends before it has read everything says why itself
    child.stdin?.end(input)
  })
}

export function lastLines(text: string, count: number): string {
  return text.trim().split('\n').slice(-count).join('\n')
}
