/** What the administrator asks for. */
export interface Wishes {
  publicUrl?: string
  database: string
  environment: string
  timeZone?: string
  glpiTimeZone?: string
}
