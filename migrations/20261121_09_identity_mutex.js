/**
 * What people who register under the same login or address queue at: GLPI's tables have no unique index for either.
 * The collation is GLPI's own, so that what collides there collides here. Deploy before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE identity_mutex (
      kind VARCHAR(8) NOT NULL,
      value VARCHAR(255) NOT NULL,
      n INT UNSIGNED NOT NULL,
      PRIMARY KEY (kind, value)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE identity_mutex')
