/**
 * The last position given to an event: one row, moved on by whoever gives the next. Deploy before the release that
 * serves.
 */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE event_numbering (
      id TINYINT UNSIGNED NOT NULL COMMENT 'always 1',
      position BIGINT UNSIGNED NOT NULL,
      PRIMARY KEY (id)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE event_numbering')
