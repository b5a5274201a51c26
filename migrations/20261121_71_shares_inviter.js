/**
 * Whether the holder of a link that is refused may read who invited them. Keys made before share it, as their mails
 * always have. Deploy before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    ALTER TABLE registration_keys ADD COLUMN shares_inviter TINYINT NOT NULL DEFAULT 1
      COMMENT '1: pages that refuse the key name the inviter'
  `)

exports.down = (knex) => knex.raw('ALTER TABLE registration_keys DROP COLUMN shares_inviter')
