/**
 * Which API token did what stands in the record, so that after a leak it can be told apart what was done with it.
 * Deploy before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(
    `ALTER TABLE audit_events ADD COLUMN actor_token_uid BINARY(16) NULL COMMENT 'the API token it was done with'`,
  )

exports.down = (knex) => knex.raw('ALTER TABLE audit_events DROP COLUMN actor_token_uid')
