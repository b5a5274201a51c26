export { expectedAccountHost, isLoopback } from './account-host'
export { type DatabaseAccount, literal, migrationGrants, runtimeGrants } from './database-grants'
export { type CheckResult, runChecks } from './run-checks'
