/**
 * One person's use of one key. The unique submit token belongs to one form: the second arrival of the same form meets
 * the first one's row instead of making a second account. Deploy before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE registrations (
      uid BINARY(16) NOT NULL,
      key_uid BINARY(16) NOT NULL,
      submit_token BINARY(16) NOT NULL,
      state VARCHAR(24) NOT NULL,
      users_id INT UNSIGNED NULL COMMENT 'in glpi_users, once the account exists',
      created_at DATETIME(3) NOT NULL,
      completed_at DATETIME(3) NULL,
      PRIMARY KEY (uid),
      UNIQUE KEY registrations_submit_token (submit_token),
      KEY registrations_by_key (key_uid, created_at)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE registrations')
