/**
 * Keys whose registrations wait until an administrator approves them. Deploy before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    ALTER TABLE registration_keys
      ADD COLUMN needs_approval TINYINT NOT NULL DEFAULT 0
        COMMENT '1: an administrator has to approve each registration'
  `)

exports.down = (knex) => knex.raw('ALTER TABLE registration_keys DROP COLUMN needs_approval')
