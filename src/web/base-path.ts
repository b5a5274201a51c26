/** `''`, or the path under which we live on somebody else's host, such as `/invite`. */
export function basePathOf(publicUrl: string): string {
  return new URL(publicUrl).pathname.replace(/\/+$/, '')
}
