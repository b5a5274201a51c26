/**
 * Whether a key is bound to somebody. The addresses themselves are personal data and are erased one day; without this
 * the key would then be anybody's. Deploy before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    ALTER TABLE registration_keys
      ADD COLUMN is_bound TINYINT NOT NULL DEFAULT 0 COMMENT '1: for certain addresses or domains only'
  `)

exports.down = (knex) => knex.raw('ALTER TABLE registration_keys DROP COLUMN is_bound')
