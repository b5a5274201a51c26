/**
 * Finds the keys whose personal details are to be forgotten. A key that ended counts from its end or its revocation,
 * whichever came first; once its details are gone it is found no more, unless it was renewed and ended again. Deploy
 * before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    ALTER TABLE registration_keys
      ADD COLUMN details_gone_at DATETIME(3) NULL COMMENT 'when its personal details were emptied',
      ADD COLUMN details_due_from DATETIME(3) AS (CASE
        WHEN details_gone_at >= LEAST(COALESCE(revoked_at, expires_at), COALESCE(expires_at, revoked_at)) THEN NULL
        ELSE LEAST(COALESCE(revoked_at, expires_at), COALESCE(expires_at, revoked_at)) END) STORED
        COMMENT 'its end, from which on its details are kept for a while; NULL: none, or they are gone',
      ADD KEY registration_keys_by_details (details_due_from, uid)
  `)

exports.down = (knex) =>
  knex.raw(`
    ALTER TABLE registration_keys
      DROP KEY registration_keys_by_details, DROP COLUMN details_due_from, DROP COLUMN details_gone_at
  `)
