import { operations } from './operations'

/** What there is, for people who look it over. */
export interface OperationLine {
  operationId: string
  /** `POST` */
  method: string
  path: string
  summary: string
  /** What the token has to be for; undefined: any token will do. */
  scope: string | undefined
}

/** Everything the API can do, under its headlines. */
export function listOperations(): { headline: string; lines: OperationLine[] }[] {
  const headlines = Array.from(new Set(operations.map(({ tag }) => tag)))
  return headlines.map((headline) => ({
    headline,
    lines: operations
      .filter(({ tag }) => tag === headline)
      .map(({ operationId, method, path, summary, scope }) => ({
        operationId,
        method: method.toUpperCase(),
        path,
        summary,
        scope,
      })),
  }))
}
