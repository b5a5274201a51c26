const isFull = process.env.FULL === '1'

/** Tests come in by a door and use a real database: see test/support. */
module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
  // An import that waits until it is needed names the file that there will be.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  runtime: '<rootDir>/test/support/shared-libraries.cjs',
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  testTimeout: isFull ? 900_000 : 60_000,
  // Three files at a time, on a machine of two cores: of three that start servers and browsers, one waits for them. The
  // full run has fewer: it holds a server under load to a second.
  maxWorkers: isFull ? 2 : 3,
  // A handle that a library keeps must not hold up a run whose results are in.
  forceExit: true,
}
