/**
 * When the next mail may leave, so that all workers together keep to SMTP_RATE. Deploy before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE mail_pace (
      name VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      next_at DATETIME(3) NOT NULL,
      PRIMARY KEY (name)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE mail_pace')
