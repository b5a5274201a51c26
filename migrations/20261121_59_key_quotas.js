/**
 * How many keys each administrator has made on their last day of making any. Whoever makes keys writes the row first,
 * so that of several who make keys in one name each sees what the others made. Deploy before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE key_quotas (
      users_id INT UNSIGNED NOT NULL,
      day DATE NOT NULL,
      n INT UNSIGNED NOT NULL,
      PRIMARY KEY (users_id)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE key_quotas')
