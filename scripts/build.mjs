/** Builds dist/ and what is made of public/: the compiler and the assets side by side, as neither needs the other. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const path = (file) => fileURLToPath(new URL(file, import.meta.url))

/** With TypeScript 7, which is native; the tools that read code need the programming interface of 6, our "typescript". */
function compile() {
  const compiler = path('../node_modules/typescript-native/bin/tsc')
  const child = spawn(process.execPath, [compiler, '-p', path('../tsconfig.build.json')], {
    stdio: 'inherit',
  })
  return new Promise((resolve) => {
    child.once('exit', (code) => {
      process.exitCode = code ?? 1 // what is wrong has been said by then
      resolve()
    })
  })
}

/** Each does its work when it is loaded. */
async function buildAssets() {
  await import('./build-styles.mjs')
  await import('./build-scripts.mjs')
  await import('./build-api-page.mjs')
  await import('./pack-assets.mjs')
}

await Promise.all([compile(), buildAssets()])
