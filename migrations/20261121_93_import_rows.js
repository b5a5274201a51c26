/**
 * Which row of which list became which key: digests only, kept for ever, so that a list that is imported again makes
 * nothing twice, even when the key has ended and what it said of people was erased. Deploy before the release that
 * serves.
 */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE import_rows (
      source_uid BINARY(16) NOT NULL,
      identity BINARY(32) NOT NULL COMMENT 'digest of what the row is known by: its externalId, else its address',
      key_uid BINARY(16) NOT NULL,
      address BINARY(32) NULL COMMENT 'digest of its address',
      said VARBINARY(600) NOT NULL COMMENT 'for each column that was not empty its number, and 8 bytes of a digest',
      made_at DATETIME(3) NOT NULL,
      PRIMARY KEY (source_uid, identity),
      KEY import_rows_by_key (source_uid, key_uid),
      KEY import_rows_by_address (source_uid, address)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE import_rows')
