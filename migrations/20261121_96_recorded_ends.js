/**
 * Up to which end of a key the record says that it came: nobody does anything then, so somebody has to look. One row,
 * moved on by whoever records the next. Deploy before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE recorded_ends (
      id TINYINT UNSIGNED NOT NULL COMMENT 'always 1',
      expires_at DATETIME(3) NOT NULL,
      key_uid BINARY(16) NOT NULL COMMENT 'of those that end at that instant, the last one recorded',
      PRIMARY KEY (id)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE recorded_ends')
