/**
 * Links that sign an administrator in once, made on the server. Deploy before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE console_links (
      token_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the token',
      users_id INT UNSIGNED NOT NULL,
      valid_until DATETIME(3) NOT NULL,
      used_at DATETIME(3) NULL,
      PRIMARY KEY (token_hash)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE console_links')
