/**
 * What proves an API token: one at first, another with every rotation. Deploy before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE api_token_secrets (
      hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the token as it was shown, once',
      token_uid BINARY(16) NOT NULL,
      rotation INT UNSIGNED NOT NULL COMMENT '0: the first; the token ends with its newest',
      hint CHAR(4) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      made_at DATETIME(3) NOT NULL,
      valid_until DATETIME(3) NOT NULL,
      PRIMARY KEY (hash),
      UNIQUE KEY api_token_secrets_by_token (token_uid, rotation)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE api_token_secrets')
