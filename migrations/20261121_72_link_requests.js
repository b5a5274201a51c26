/**
 * Requests for a new link, from holders of links that are refused: one for each key and address. Deploy before the
 * release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE link_requests (
      uid BINARY(16) NOT NULL,
      key_uid BINARY(16) NOT NULL,
      address VARCHAR(255) NOT NULL COMMENT 'as it was typed, in the form in which addresses are kept',
      note VARCHAR(500) NOT NULL,
      refusal VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'why the link was refused',
      state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
        COMMENT 'asked: nobody has looked at it; waiting: for somebody; mailed: a link went out by itself; granted; declined',
      mailed TINYINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'how many links went out by themselves',
      asked_at DATETIME(3) NOT NULL,
      told_at DATETIME(3) NULL COMMENT 'when whoever answers for the key was told',
      answered_at DATETIME(3) NULL,
      answered_by INT UNSIGNED NULL COMMENT 'the id in glpi_users; NULL: system',
      given_key_uid BINARY(16) NULL COMMENT 'the key whose link was mailed',
      PRIMARY KEY (uid),
      UNIQUE KEY link_requests_once (key_uid, address),
      KEY link_requests_by_state (state, asked_at),
      KEY link_requests_by_time (asked_at),
      KEY link_requests_by_address (address)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE link_requests')
