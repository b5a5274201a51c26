import { readFile } from 'node:fs/promises'
import { stdin } from 'node:process'
import { AppError } from '../../shared/errors'

/** A file, or standard input for `-`. @throws {AppError} INPUT_INVALID */
export async function readInput(file: string): Promise<Buffer> {
  if (file === '-') return readStandardInput()
  try {
    return await readFile(file)
  } catch (cause) {
    throw new AppError('INPUT_INVALID', `${file} cannot be read`, { cause })
  }
}

async function readStandardInput(): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk as Uint8Array))
  return Buffer.concat(chunks)
}
