const Runtime = require('jest-runtime').default

/** Names of packages: not of files, of parts of Node.js, or of jest's own globals, which each test file has afresh. */
const PACKAGE = /^(?![./]|node:|@jest\/)/

const loaded = new Map()

// A promise of the sandbox is none to the router outside of it, which would write down at every request where that was.
process.env.NO_DEPRECATION ??= 'router'

/**
 * Which test runs, for whoever asks. Jest would follow each promise and timer for that, which is a tenth of the work of
 * a flow test; our tests run one after the other, and need no more than this.
 */
class OneAtATime {
  getStore() {
    return this.store
  }

  async run(store, work) {
    const before = this.store
    this.store = store
    try {
      return await work()
    } finally {
      this.store = before
    }
  }
}

/**
 * Loads a library once for all test files that a worker runs, outside of their sandboxes, as Node.js loads it. Our own
 * modules are loaded afresh for each file, as jest does it with everything: see docs/adr/0008.
 *
 * @see https://jestjs.io/docs/configuration#runtime-string
 */
module.exports = class SharedLibraries extends Runtime {
  constructor(config, environment, ...others) {
    super(config, environment, ...others)
    // A date that the database driver makes is a date in the sandbox.
    environment.global.Date = Date
  }

  requireInternalModule(from, name) {
    if (name === 'node:async_hooks' && from.includes('/jest-circus/'))
      return { AsyncLocalStorage: OneAtATime }
    return super.requireInternalModule(from, name)
  }

  requireModuleOrMock(from, name) {
    if (!PACKAGE.test(name) || from.includes('/node_modules/')) return super.requireModuleOrMock(from, name)
    if (!loaded.has(name)) loaded.set(name, require(name))
    return loaded.get(name)
  }
}
