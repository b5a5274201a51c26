import { escape, escapeId } from 'mysql2'
import { readDataFile, type SampleLine } from './sample-data-file'

const tableOptions = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci ROW_FORMAT=DYNAMIC'

/** GLPI's tables of that line, each made together with its indexes: adding those later takes longer. */
export function createTableStatements(line: SampleLine): string[] {
  const columns = definitionsByTable(readDataFile('columns', line), columnDefinition)
  const indexes = definitionsByTable(readDataFile('indexes', line), indexDefinition)
  return [...columns].map(([table, definitions]) => {
    const parts = [...definitions, ...(indexes.get(table) ?? [])]
    return `CREATE TABLE ${escapeId(table)} (${parts.join(', ')}) ${tableOptions}`
  })
}

function definitionsByTable(facts: string[][], define: (fact: string[]) => string): Map<string, string[]> {
  const byTable = new Map<string, string[]>()
  for (const [table = '', ...fact] of facts) {
    byTable.set(table, [...(byTable.get(table) ?? []), define(fact)])
  }
  return byTable
}

function columnDefinition([name = '', type = '', nullable = '', defaultValue = '', extra = '']: string[]) {
  // NULL is always said: where explicit_defaults_for_timestamp is off, a bare timestamp means NOT NULL.
  const nullness = nullable === 'yes' ? 'NULL' : 'NOT NULL'
  return [escapeId(name), type, nullness, defaultClause(defaultValue), extra].filter(Boolean).join(' ')
}

function defaultClause(value: string): string {
  if (value === '(none)') return ''
  if (value === 'NULL' || value === 'CURRENT_TIMESTAMP') return `DEFAULT ${value}`
  return `DEFAULT ${value === "''" ? value : escape(value)}`
}

function indexDefinition([name = '', unique = '', columns = '']: string[]): string {
  const list = columns.split(',').map(indexedColumn).join(', ')
  if (name === 'PRIMARY') return `PRIMARY KEY (${list})`
  return `${unique === 'yes' ? 'UNIQUE ' : ''}KEY ${escapeId(name)} (${list})`
}

/** `value(50)` indexes the first fifty characters. */
function indexedColumn(text: string): string {
  return text.replace(/^(\w+)(\(\d+\))?$/, (_, name: string, length = '') => escapeId(name) + String(length))
}
