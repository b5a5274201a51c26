/**
 * What is remembered for a day of calls that carried an Idempotency-Key, so that a script whose line dropped can send
 * them again. Deploy before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE api_calls (
      users_id INT UNSIGNED NOT NULL COMMENT 'whose token it was, in glpi_users',
      key_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the Idempotency-Key',
      request_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of method, path and body',
      made_at DATETIME(3) NOT NULL,
      lease BINARY(16) NULL COMMENT 'of the server that is working on it; NULL once it is done',
      leased_until DATETIME(3) NULL,
      refs MEDIUMTEXT NULL COMMENT 'JSON of ids and counts to tell the answer from; NULL until it is done',
      PRIMARY KEY (users_id, key_hash),
      KEY api_calls_by_time (made_at)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE api_calls')
