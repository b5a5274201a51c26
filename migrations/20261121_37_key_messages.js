/**
 * What the inviter writes to the invited, above the link. May be personal, so a table of its own that can be emptied
 * while the key stays. Deploy before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE key_messages (
      key_uid BINARY(16) NOT NULL,
      message TEXT NOT NULL,
      PRIMARY KEY (key_uid)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE key_messages')
