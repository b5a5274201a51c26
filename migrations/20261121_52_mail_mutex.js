/**
 * What those queue at who send to the same address, or for the same administrator: how much was sent can only be
 * counted by one at a time. Addresses are spread over a few names, so that none stands here. Deploy before the release
 * that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE mail_mutex (
      name VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      n INT UNSIGNED NOT NULL,
      PRIMARY KEY (name)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE mail_mutex')
