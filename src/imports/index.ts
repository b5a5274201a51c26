export { type ImportAsked, importRows, rowsAtOnce } from './import-rows'
export type { ImportAnswer, ImportDefaults, Importer, ImportRow, NotChanged, RowOutcome } from './outcome'
export { listSourceKeys, revokeMissing } from './revoke-missing'
export { usualSource } from './sources-store'
