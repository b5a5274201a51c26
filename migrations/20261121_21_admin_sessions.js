/**
 * Sessions of the console. Found by the hash of the id that the cookie carries: a stolen dump signs nobody in. Deploy
 * before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE admin_sessions (
      id_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the session id',
      data TEXT NOT NULL COMMENT 'JSON',
      expires_at DATETIME(3) NOT NULL,
      PRIMARY KEY (id_hash),
      KEY admin_sessions_by_end (expires_at)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE admin_sessions')
