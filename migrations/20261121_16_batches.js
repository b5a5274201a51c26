/**
 * Keys made together: listed, printed and revoked as one. Deploy before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE batches (
      uid BINARY(16) NOT NULL,
      label VARCHAR(255) NOT NULL,
      size INT UNSIGNED NOT NULL,
      created_at DATETIME(3) NOT NULL,
      PRIMARY KEY (uid)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE batches')
