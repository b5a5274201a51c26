export { expectedAccountHost, isLoopback } from './account-host'
export { type DatabaseAccount, literal, migrationGrants, ourTables, runtimeGrants } from './database-grants'
export { type CheckResult, runChecks } from './run-checks'
export { reconcile, type Reconciliation } from './reconcile'
