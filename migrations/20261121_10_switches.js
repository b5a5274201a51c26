/** Switches for the whole instance; a row that is there is on. Deploy before the release that serves. */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE switches (
      name VARCHAR(32) NOT NULL,
      since DATETIME(3) NOT NULL,
      PRIMARY KEY (name)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE switches')
