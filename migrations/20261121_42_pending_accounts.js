/**
 * What an account will be made of once its registration is completed, the hash of the password included; deleted when
 * it is completed, released or has lapsed. Deploy before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE pending_accounts (
      registration_uid BINARY(16) NOT NULL,
      login VARCHAR(255) NOT NULL,
      email VARCHAR(255) NOT NULL,
      form TEXT NOT NULL COMMENT 'JSON: what else was typed, and never the password',
      password_hash VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      mails INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'links made for this address',
      PRIMARY KEY (registration_uid),
      KEY pending_accounts_by_login (login),
      KEY pending_accounts_by_email (email)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE pending_accounts')
