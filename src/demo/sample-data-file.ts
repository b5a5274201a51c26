import { readFileSync } from 'node:fs'
import path from 'node:path'

/** The two lines of GLPI whose tables are described in the data folder. */
export type SampleLine = '10.0' | '11.0'

// The tables of facts are not compiled: from dist/demo as from src/demo, this is where they are.
const dataFolder = path.join(__dirname, '../../src/demo/data')

/** The rows of one tab-separated file, without its comments. */
export function readDataFile(subject: 'columns' | 'indexes' | 'defaults', line: SampleLine): string[][] {
  return readFileSync(path.join(dataFolder, `${subject}-${line}.tsv`), 'utf8')
    .split('\n')
    .filter((text) => text !== '' && !text.startsWith('#'))
    .map((text) => text.split('\t'))
}
