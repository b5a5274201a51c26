/**
 * The secrets of the links that confirm an address: one for each mail, and all of them good while the registration
 * waits for that address. They outlive it, so that an old link can say what became of it. No address stands here.
 * Deploy before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE confirmations (
      hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the secret',
      registration_uid BINARY(16) NOT NULL,
      created_at DATETIME(3) NOT NULL,
      PRIMARY KEY (hash),
      KEY confirmations_by_registration (registration_uid)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE confirmations')
