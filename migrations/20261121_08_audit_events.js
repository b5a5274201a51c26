/**
 * What happened, for good: the server's account may add rows and read them, never change one. Holds ids, no names of
 * people registered. Deploy before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE audit_events (
      uid BINARY(16) NOT NULL,
      at DATETIME(3) NOT NULL,
      kind VARCHAR(64) NOT NULL,
      key_uid BINARY(16) NULL,
      registration_uid BINARY(16) NULL,
      actor_kind VARCHAR(16) NOT NULL,
      actor_users_id INT UNSIGNED NULL,
      actor_os_user VARCHAR(255) NULL COMMENT 'who sat at the command line',
      PRIMARY KEY (uid),
      KEY audit_events_by_time (at, uid),
      KEY audit_events_by_key (key_uid, at)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE audit_events')
