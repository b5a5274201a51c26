/**
 * Where other programs are told of what happens, and up to which event they have been. The secrets with which messages
 * are signed are sealed. Deploy before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE webhook_endpoints (
      uid BINARY(16) NOT NULL,
      url VARCHAR(2000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      description VARCHAR(255) NOT NULL,
      event_types VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'separated by commas; empty: all',
      off_reason VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'why nothing is sent; NULL: it is',
      secret VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'sealed',
      secret_version INT UNSIGNED NOT NULL DEFAULT 1,
      former_secret VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'sealed',
      former_until DATETIME(3) NULL COMMENT 'until then messages are signed with it, too',
      position BIGINT UNSIGNED NOT NULL COMMENT 'of the last event whose messages are queued',
      told_from DATETIME(3) NOT NULL COMMENT 'nothing that happened before is told',
      failing_since DATETIME(3) NULL,
      failures INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'attempts in a row that failed',
      delivered_at DATETIME(3) NULL COMMENT 'about when something was last taken',
      created_at DATETIME(3) NOT NULL,
      created_by INT UNSIGNED NULL COMMENT 'the id in glpi_users; NULL: system',
      PRIMARY KEY (uid)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE webhook_endpoints')
