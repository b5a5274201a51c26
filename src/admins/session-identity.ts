/** What a session says of who it belongs to; kept as JSON. */
export interface SessionIdentity {
  usersId: number
  profilesId: number
  entitiesId: number
  /** Milliseconds since 1970; null when GLPI has no date. */
  passwordLastUpdate: number | null
  /** When they signed in, in milliseconds since 1970. */
  startedAt: number
}
