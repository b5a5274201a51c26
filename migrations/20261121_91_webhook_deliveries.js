/**
 * Messages to endpoints of webhooks: references, since what a message says is read from its event when it is sent.
 * Deploy before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE webhook_deliveries (
      uid BINARY(16) NOT NULL,
      endpoint_uid BINARY(16) NOT NULL,
      event_uid BINARY(16) NULL COMMENT 'NULL: a test',
      event_type VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'waiting, delivered, failed',
      attempts INT UNSIGNED NOT NULL,
      due_at DATETIME(3) NULL COMMENT 'when it is tried next; NULL: never again',
      leased_by BINARY(16) NULL,
      leased_until DATETIME(3) NULL,
      status SMALLINT UNSIGNED NULL COMMENT 'what the receiver last answered',
      failure VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
      created_at DATETIME(3) NOT NULL,
      ended_at DATETIME(3) NULL,
      PRIMARY KEY (uid),
      UNIQUE KEY webhook_deliveries_once (endpoint_uid, event_uid),
      KEY webhook_deliveries_by_due (endpoint_uid, due_at, uid),
      KEY webhook_deliveries_by_endpoint (endpoint_uid, uid),
      KEY webhook_deliveries_by_state (endpoint_uid, state, uid)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE webhook_deliveries')
