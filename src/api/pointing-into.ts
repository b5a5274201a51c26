import { AppError } from '../shared/errors'

interface Asked {
  expiresAt?: unknown
  expiresIn?: unknown
}

/** Has failures point at what was sent: whoever said how long a key works did not say when it ends. */
export async function pointingInto<T>(asked: Asked, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const isElsewhere =
      error instanceof AppError &&
      error.pointer === '/expiresAt' &&
      asked.expiresAt === undefined &&
      asked.expiresIn !== undefined
    throw isElsewhere
      ? new AppError(error.code, error.message, { cause: error, pointer: '/expiresIn' })
      : error
  }
}
