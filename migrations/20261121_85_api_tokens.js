/**
 * Tokens of scripts that work over the API in the name of an administrator. What proves them is a table of its own,
 * since a token that is renewed has two for a while. Deploy before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE api_tokens (
      uid BINARY(16) NOT NULL,
      users_id INT UNSIGNED NOT NULL COMMENT 'whose it is, with the authorisation it is worth no more than',
      profiles_id INT UNSIGNED NOT NULL,
      entities_id INT UNSIGNED NOT NULL,
      label VARCHAR(255) NOT NULL,
      scopes VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'separated by spaces',
      networks VARCHAR(1000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
        COMMENT 'CIDR, separated by spaces; nothing: from anywhere',
      made_at DATETIME(3) NOT NULL,
      rotations INT UNSIGNED NOT NULL DEFAULT 0,
      revoked_at DATETIME(3) NULL,
      PRIMARY KEY (uid),
      KEY api_tokens_by_owner (users_id)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE api_tokens')
