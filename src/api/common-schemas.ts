import { z } from 'zod'

/** Schemas that several answers and questions have in common. Those with an `id` are named so in the OpenAPI file. */
export const Uid = z
  .uuid()
  .meta({ description: 'Known outside only by this', example: '0199c2f4-7a1e-7c3b-9d55-3b0c6f0f9a11' })

/** An instant in UTC, as answers have it. */
export const Instant = z.iso.datetime().meta({ example: '2026-11-21T14:00:00.000Z' })

export const UidParams = z.strictObject({ uid: Uid })

export const Named = z
  .strictObject({
    id: z.int(),
    name: z.string().nullable().meta({ description: 'Null when GLPI has it no more' }),
  })
  .meta({ id: 'Named' })

/** Something of GLPI by its id or its name. */
export const IdOrName = z.union([z.int().min(0), z.string().min(1).max(255)])

export const pageLimit = (usual: number, most: number) =>
  z.coerce.number().int().min(1).max(most).default(usual).meta({ description: 'How many at most' })

/** Where a list goes on. */
export const Cursor = z.string().min(1).max(2000)

/** A page of a list; `next` is null where the list ends. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({
    items: z.array(item),
    next: z
      .string()
      .nullable()
      .meta({ description: 'Give it as `after` to get the next page; null: that was the last' }),
  })

/** Null where there is none: as a choice of two, which OpenAPI can say of a schema that has a name. */
export const orNull = <T extends z.ZodType>(schema: T) => z.union([schema, z.null()])
