/**
 * When somebody signed out everywhere: sessions that began before it are over, wherever they are stored. Deploy before
 * the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE admin_sign_outs (
      users_id INT UNSIGNED NOT NULL,
      at DATETIME(3) NOT NULL,
      PRIMARY KEY (users_id)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE admin_sign_outs')
