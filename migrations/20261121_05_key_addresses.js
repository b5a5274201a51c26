/**
 * The addresses a key is bound to. Personal data, so a table of its own that can be emptied while the key stays.
 * Deploy before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE key_addresses (
      key_uid BINARY(16) NOT NULL,
      address VARCHAR(255) NOT NULL,
      PRIMARY KEY (key_uid, address),
      KEY key_addresses_by_address (address)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE key_addresses')
