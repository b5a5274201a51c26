/**
 * Mails that are to be sent, written in the transaction of what they tell. A row holds references and no link: what a
 * mail says is put together when it is sent. Deploy before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE outbox (
      uid BINARY(16) NOT NULL COMMENT 'also its Message-ID, so that a second copy is seen to be one',
      kind VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'waiting, sent, failed, withdrawn',
      key_uid BINARY(16) NULL,
      registration_uid BINARY(16) NULL,
      users_id INT UNSIGNED NULL COMMENT 'whom it is for, when that is somebody in GLPI',
      asked_by INT UNSIGNED NULL COMMENT 'the administrator at whose hands it goes out',
      language VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      facts TEXT NOT NULL COMMENT 'JSON; never personal data, never a secret',
      attempts INT UNSIGNED NOT NULL DEFAULT 0,
      due_at DATETIME(3) NULL COMMENT 'when it is tried next; NULL: never again',
      leased_by BINARY(16) NULL,
      leased_until DATETIME(3) NULL,
      failure VARCHAR(255) NULL COMMENT 'why the last attempt failed, without what the server repeated of the mail',
      created_at DATETIME(3) NOT NULL,
      sent_at DATETIME(3) NULL,
      PRIMARY KEY (uid),
      KEY outbox_by_due (due_at, uid),
      KEY outbox_by_key (key_uid, uid),
      KEY outbox_by_state (state, uid),
      KEY outbox_by_asker (asked_by, uid)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE outbox')
