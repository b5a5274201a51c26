/**
 * When each API token was last used, and from where: apart from the tokens, which nothing writes while they are read
 * all the time, and so that the address can be forgotten. Deploy before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE api_token_uses (
      token_uid BINARY(16) NOT NULL,
      used_at DATETIME(3) NOT NULL,
      ip VARCHAR(45) NULL,
      PRIMARY KEY (token_uid),
      KEY api_token_uses_by_time (used_at)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE api_token_uses')
