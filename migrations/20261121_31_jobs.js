/**
 * The work in the background: who is at it, and when it is due again. A lease is a guarded UPDATE, so that of many
 * servers one does it. Deploy before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE jobs (
      name VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      leased_by BINARY(16) NULL,
      leased_until DATETIME(3) NULL,
      due_at DATETIME(3) NOT NULL,
      began_at DATETIME(3) NULL,
      ended_at DATETIME(3) NULL,
      outcome VARCHAR(255) NULL COMMENT 'what it did, or why it failed',
      failures INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'runs in a row that failed, up to the last one',
      PRIMARY KEY (name)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE jobs')
