/** For counting an administrator's keys that nobody has used yet. Deploy before the release that serves. */
exports.up = (knex) =>
  knex.raw(`
    ALTER TABLE registration_keys
      ADD KEY registration_keys_by_issuer_and_state
        (issuer_users_id, state, uses_completed, uses_held, expires_at)
  `)

exports.down = (knex) =>
  knex.raw('ALTER TABLE registration_keys DROP KEY registration_keys_by_issuer_and_state')
