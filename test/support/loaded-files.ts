import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { testFolder } from './evidence'

let counter = 0

/** For a process of its own: the environment with which it tells what it loads, and what that is by now. */
export function watchLoading(): { env: { NODE_OPTIONS: string }; loaded(): string[] } {
  counter += 1
  const list = path.join(testFolder, `loaded-${process.pid}-${counter}.txt`)
  const preload = path.join(testFolder, `tell-loaded-${process.pid}-${counter}.cjs`)
  writeFileSync(
    preload,
    `const { Module } = require('node:module')
     const { appendFileSync } = require('node:fs')
     const { load } = Module.prototype
     Module.prototype.load = function (file) {
       appendFileSync(${JSON.stringify(list)}, file + '\\n')
       return load.call(this, file)
     }`,
  )
  return {
    env: { NODE_OPTIONS: `--require ${preload}` },
    loaded: () => (existsSync(list) ? readFileSync(list, 'utf8').trim().split('\n') : []),
  }
}
