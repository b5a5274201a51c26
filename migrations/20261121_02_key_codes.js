/**
 * The secret strings, apart from the keys they open: a key can have two while one replaces the other. Looked up by
 * hash only; the sealed copy is readable with the key ring alone. Deploy before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE key_codes (
      hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the normal form',
      key_uid BINARY(16) NOT NULL,
      sealed VARBINARY(255) NULL COMMENT 'NULL: the code cannot be shown again',
      hint CHAR(4) NOT NULL,
      tag CHAR(4) NOT NULL COMMENT 'the address it was made for',
      valid_until DATETIME(3) NULL COMMENT 'NULL: as long as its key',
      created_at DATETIME(3) NOT NULL,
      PRIMARY KEY (hash),
      KEY key_codes_by_key (key_uid, created_at),
      KEY key_codes_by_tag (tag)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE key_codes')
