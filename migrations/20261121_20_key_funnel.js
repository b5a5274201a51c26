/**
 * How far people get with a key, as counters: they are added to in batches, since a row for every look-up halves the
 * rate. Deploy before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE key_funnel (
      key_uid BINARY(16) NOT NULL,
      step VARCHAR(16) NOT NULL,
      reason VARCHAR(32) NOT NULL COMMENT 'why it was refused, or empty',
      n INT UNSIGNED NOT NULL,
      last_at DATETIME(3) NOT NULL,
      PRIMARY KEY (key_uid, step, reason)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE key_funnel')
