import { type GlpiLine, glpiLines } from '../glpi'

/** The line of a release such as `10.0.19`; undefined for releases we have not read. */
export const findLine = (version: string): GlpiLine | undefined =>
  glpiLines.find((line) => version.startsWith(`${line}.`))
