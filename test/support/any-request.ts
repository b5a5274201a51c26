import fc, { type Arbitrary } from 'fast-check'

type Json = Readonly<Record<string, unknown>>

/** A request, as anybody could make it who has read the description. */
export interface AnyRequest {
  operationId: string
  method: string
  path: string
  body: string | undefined
  idempotencyKey: string | undefined
}

/** Requests for everything that the description names, most of them as it says, some not quite. */
export function anyRequest(
  description: Json,
  { uids, except }: { uids: readonly string[]; except: readonly string[] },
): Arbitrary<AnyRequest> {
  const from = new FromSchema(description, uids)
  const each = Object.entries(description['paths'] as Json).flatMap(([path, methods]) =>
    Object.entries(methods as Json).map(([method, operation]) => ({
      path,
      method,
      operation: operation as Json,
    })),
  )
  return fc.oneof(
    ...each
      .filter(({ operation }) => !except.includes(String(operation['operationId'])))
      .map((one) => from.request(one)),
  )
}

class FromSchema {
  constructor(
    private readonly description: Json,
    private readonly uids: readonly string[],
  ) {}

  request({
    path,
    method,
    operation,
  }: {
    path: string
    method: string
    operation: Json
  }): Arbitrary<AnyRequest> {
    const parameters = (operation['parameters'] ?? []) as Json[]
    const valuesIn = (place: string) =>
      fc.record(
        Object.fromEntries(
          parameters
            .filter((one) => one['in'] === place)
            .map((one) => [String(one['name']), this.nearly(one['schema'] as Json)]),
        ),
        place === 'path' ? {} : { requiredKeys: [] },
      )
    const content = (operation['requestBody'] as Json | undefined)?.['content'] as Json | undefined
    const schema = (content?.['application/json'] as Json | undefined)?.['schema'] as Json | undefined
    const body =
      schema === undefined
        ? fc.constant(undefined)
        : this.nearly(schema).map((value) => JSON.stringify(value))
    return fc
      .record({
        inPath: valuesIn('path'),
        inQuery: valuesIn('query'),
        body,
        idempotencyKey: fc.option(fc.stringMatching(/^[a-z0-9]{1,3}$/), { nil: undefined }),
      })
      .map(({ inPath, inQuery, body: sent, idempotencyKey }) => ({
        operationId: String(operation['operationId']),
        method: method.toUpperCase(),
        path: filled(path, inPath) + queryOf(inQuery),
        body: sent,
        idempotencyKey: method === 'post' ? idempotencyKey : undefined,
      }))
  }

  /** Once in a while something else altogether; seldom enough that large bodies stay whole. */
  private nearly(schema: Json): Arbitrary<unknown> {
    return fc.oneof({ weight: 49, arbitrary: this.of(schema) }, { weight: 1, arbitrary: fc.jsonValue() })
  }

  private of(schema: Json): Arbitrary<unknown> {
    if (typeof schema['$ref'] === 'string') return this.of(this.resolve(schema['$ref']))
    if (schema['const'] !== undefined) return fc.constant(schema['const'])
    if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]))
    const choices = (schema['anyOf'] ?? schema['oneOf']) as Json[] | undefined
    if (choices !== undefined) return fc.oneof(...choices.map((one) => this.of(one)))
    const { type } = schema
    if (Array.isArray(type)) return fc.oneof(...type.map((one: unknown) => this.of({ ...schema, type: one })))
    if (type === 'object') return this.object(schema)
    if (type === 'array') {
      return fc.array(this.nearly(schema['items'] as Json), {
        minLength: Number(schema['minItems'] ?? 0),
        maxLength: 4,
      })
    }
    if (type === 'string') return this.string(schema)
    if (type === 'integer') return fc.integer(rangeOf(schema))
    if (type === 'boolean') return fc.boolean()
    if (type === 'null') return fc.constant(null)
    return fc.jsonValue()
  }

  private object(schema: Json): Arbitrary<unknown> {
    const properties = (schema['properties'] ?? {}) as Record<string, Json>
    const known = fc.record(
      Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, this.nearly(one)])),
      { requiredKeys: (schema['required'] ?? []) as string[] },
    )
    return fc.oneof(
      { weight: 19, arbitrary: known },
      { weight: 1, arbitrary: fc.tuple(known, fc.string()).map(([one, name]) => ({ ...one, [name]: 1 })) },
    )
  }

  private string(schema: Json): Arbitrary<string> {
    const room = {
      minLength: Number(schema['minLength'] ?? 0),
      maxLength: Math.min(Number(schema['maxLength'] ?? 30), 30),
      unit: character,
    }
    if (schema['format'] === 'uuid') return fc.oneof(fc.constantFrom(...this.uids), fc.uuid())
    if (typeof schema['pattern'] === 'string' && schema['format'] === undefined)
      return fc.stringMatching(new RegExp(schema['pattern']))
    return fc.oneof(fc.string(room), fc.constantFrom(...meaningful))
  }

  private resolve(ref: string): Json {
    return ref
      .slice(2)
      .split('/')
      .reduce<unknown>((place, name) => (place as Json)[name], this.description) as Json
  }
}

const surrogates = { from: 0xd800, count: 0x800 }
/** Any at all. The library's own `binary` makes a list of all of them first, which takes longer than all the requests. */
const character = fc.integer({ min: 0, max: 0x10ffff - surrogates.count }).map(
  (index) => String.fromCodePoint(index < surrogates.from ? index : index + surrogates.count),
  (text) => {
    const [one, ...more] = Array.from(String(text), (each) => each.codePointAt(0) ?? 0)
    if (one === undefined || more.length > 0) throw new Error('not one character')
    return one < surrogates.from ? one : one - surrogates.count
  },
)

/** What a string may well be here, at the edges of what there is. */
const meaningful = [
  '2027-01-31',
  '2027-01-31T18:00Z',
  '9999-12-31',
  '+275760-09-13',
  '0000-01-01',
  'P14D',
  'P99999W',
  'PT0S',
  '0d',
  'irene@example.org',
  'example.org',
  'Self-Service',
  'Super-Admin',
  'Root entity',
  'fr_FR',
  'system',
  '\u0000',
  '\ud800',
  '👩‍🚀',
  "'; DROP TABLE x; --",
  'a'.repeat(256),
]

function rangeOf(schema: Json): { min: number; max: number } {
  const min = Number(schema['minimum'] ?? -2_147_483_648)
  const max = Number(schema['maximum'] ?? 2_147_483_647)
  return { min: Math.max(min, -(2 ** 31)), max: Math.min(max, 2 ** 31 - 1) }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** Half a character cannot stand in an address. */
const escaped = (value: unknown): string => encodeURIComponent(Buffer.from(textOf(value)).toString())

const filled = (path: string, values: Readonly<Record<string, unknown>>): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => escaped(values[name]) || '-')

function queryOf(values: Readonly<Record<string, unknown>>): string {
  const text = Object.entries(values).map(([name, value]) => `${name}=${escaped(value)}`)
  return text.length === 0 ? '' : `?${text.join('&')}`
}
