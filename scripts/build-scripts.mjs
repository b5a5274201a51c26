/**
 * Writes public/password-rules.js and public/password-strength.js: the files by which the server judges a password, for
 * the browser, so that both say the same. No bundler is needed: the estimator is published as a script, too.
 */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(import.meta.url)
const root = path.dirname(path.dirname(script))
const { resolve } = createRequire(import.meta.url)
const published = (name) => path.join(path.dirname(resolve(name)), 'zxcvbn-ts.js')

const outputs = [
  {
    target: 'public/password-rules.js',
    libraries: [],
    sources: ['src/glpi/password-policy.ts'],
    gives: { checkRules: 'problemsOfPassword' },
  },
  {
    // What only people who choose a password load, and only then.
    target: 'public/password-strength.js',
    libraries: [published('@zxcvbn-ts/core'), published('@zxcvbn-ts/language-common')],
    sources: ['src/glpi/password-words.ts', 'src/glpi/password-lists.ts', 'src/glpi/password-strength.ts'],
    gives: { estimate: 'estimatePassword' },
  },
]

for (const output of outputs) await build(output)

async function build({ target, libraries, sources, gives }) {
  const inputs = [script, ...libraries, ...sources.map(inRoot)]
  if (isUpToDate(inRoot(target), inputs)) return report(target, 'up to date')
  const { default: typescript } = await import('typescript') // half a second that most builds need not spend
  const parts = [
    ...libraries.map((file) => readFileSync(file, 'utf8').replace(/^\/\/# sourceMappingURL=.*$/gm, '')),
    ';(function () {',
    'const modules = {}',
    'const load = (name) => modules[name.slice(2)] || window.zxcvbnts[name.split("/")[1]]',
    ...sources.map((source) => wrap(typescript, source)),
    `const { ${Object.values(gives).join(', ')} } = modules['${path.basename(sources.at(-1), '.ts')}']`,
    `window.passwordJudge = Object.assign(window.passwordJudge || {}, { ${Object.entries(gives)
      .map(([name, inner]) => `${name}: ${inner}`)
      .join(', ')} })`,
    '})()',
  ]
  writeFileSync(inRoot(target), `${parts.join('\n')}\n`)
  report(target, 'written')
}

/** One of our modules, as a function of what it needs. */
function wrap(typescript, source) {
  const name = path.basename(source, '.ts')
  const { outputText } = typescript.transpileModule(readFileSync(inRoot(source), 'utf8'), {
    compilerOptions: {
      module: typescript.ModuleKind.CommonJS,
      target: typescript.ScriptTarget.ES2018, // phones of a few years ago
      removeComments: true,
    },
  })
  return `;(function (exports, require) {\n${outputText}})((modules['${name}'] = {}), load)`
}

function inRoot(file) {
  return path.join(root, file)
}

function isUpToDate(target, inputs) {
  if (!existsSync(target)) return false
  const builtAt = statSync(target).mtimeMs
  return inputs.every((input) => statSync(input).mtimeMs <= builtAt)
}

function report(name, what) {
  console.log(`${name} ${what}: ${(statSync(inRoot(name)).size / 1024).toFixed(1)} KB`)
}
