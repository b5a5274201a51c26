import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { SampleLine } from '../../src/demo/sample-glpi'
import { testFolder } from './evidence'

/*
 * A run makes some hundreds of databases, with GLPI's tables or ours. What lays them is written down once, and all are
 * made from that: for ours, it takes a quarter of the time that the migrations take.
 */

export const copies = {
  ours: path.join(testFolder, 'schema.sql'),
  glpi: { '10.0': path.join(testFolder, 'glpi-10.0.sql'), '11.0': path.join(testFolder, 'glpi-11.0.sql') },
}

/** Statements that lay our tables in the database that is in use, as the migrations would. */
export const readSchemaCopy = (): string => read(copies.ours)

/** Statements that lay the sample GLPI in the database that is in use. They set the session to what they need. */
export const readGlpiCopy = (line: SampleLine): string => read(copies.glpi[line])

function read(file: string): string {
  if (!existsSync(file)) throw new Error(`${file} is written by the global setup`)
  return readFileSync(file, 'utf8')
}
