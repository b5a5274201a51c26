/** The groups that an account made with a key becomes a member of. Deploy before the release that serves. */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE key_groups (
      key_uid BINARY(16) NOT NULL,
      groups_id INT UNSIGNED NOT NULL,
      PRIMARY KEY (key_uid, groups_id)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE key_groups')
