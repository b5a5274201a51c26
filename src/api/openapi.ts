import { OpenApiGeneratorV31, OpenAPIRegistry, type RouteConfig } from '@asteasolutions/zod-to-openapi'
import { z } from 'zod'
import type { Operation } from './operation'
import { operations } from './operations'

type Document = ReturnType<OpenApiGeneratorV31['generateDocument']>

const ProblemSchema = z
  .strictObject({
    type: z
      .string()
      .meta({ description: 'What it is; stable', example: 'urn:problem-type:glpi-invite:input-invalid' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'What happened, and what to do about it' }),
    instance: z.string().meta({ description: 'The request, as the log of the server names it' }),
    errors: z
      .array(
        z.strictObject({
          pointer: z
            .string()
            .meta({ description: 'Where in the request (RFC 6901)', example: '/keys/17/expiresAt' }),
          detail: z.string(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457' })

/** The API in OpenAPI 3.1, made from the schemas that it parses with. */
export function describeApi(publicUrl: string): Document {
  const registry = new OpenAPIRegistry()
  registry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: 'An API token, made in the console or with "glpi-invite tokens create".',
  })
  operations.forEach((operation) => registry.registerPath(routeOf(operation)))
  const url = `${publicUrl.replace(/\/$/, '')}/api/v1`
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'glpi-invite',
      version: '1',
      description: 'Registration keys and invitation links for GLPI.',
      contact: { name: 'glpi-invite', url: publicUrl },
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url }],
    externalDocs: { description: 'To read, and to try with a token', url: `${url}/docs` },
    security: [{ token: [] }],
    tags: Array.from(new Set(operations.map(({ tag }) => tag))).map((name) => ({ name })),
  })
}

function routeOf(operation: Operation): RouteConfig {
  const { operationId, tag, summary, scope, method } = operation
  const needs = scope === undefined ? 'Any token will do.' : `Needs the scope \`${scope}\`.`
  return {
    method,
    path: operation.path,
    operationId,
    tags: [tag],
    summary,
    description: [operation.description, needs].filter((text) => text !== undefined).join(' '),
    request: requestOf(operation),
    responses: {
      [method === 'get' ? 200 : (operation.status ?? 200)]: {
        description: 'Done',
        headers: rateLimitHeaders,
        content: { 'application/json': { schema: operation.answer } },
      },
      default: {
        description: 'Not done',
        content: { 'application/problem+json': { schema: ProblemSchema } },
      },
    },
  }
}

const rateLimitHeaders = z.object({
  RateLimit: z.string().optional().meta({ description: 'What is left: `"calls";r=599;t=60`' }),
  'RateLimit-Policy': z.string().optional(),
})

const IdempotencyHeader = z.object({
  'Idempotency-Key': z
    .string()
    .min(1)
    .max(255)
    .optional()
    .meta({ description: 'The same again within 24 hours is done once, and answered alike' }),
})

function requestOf(operation: Operation): NonNullable<RouteConfig['request']> {
  const { params, query, body, method } = operation
  return {
    ...(params === undefined ? {} : { params: params as z.ZodObject }),
    ...(query === undefined ? {} : { query: query as unknown as z.ZodObject }),
    ...(method === 'post' ? { headers: IdempotencyHeader } : {}),
    ...(body === undefined
      ? {}
      : {
          body: {
            required: !body.safeParse({}).success,
            content: { 'application/json': { schema: body as z.ZodType } },
          },
        }),
  }
}
