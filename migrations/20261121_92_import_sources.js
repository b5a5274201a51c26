/**
 * The lists that keys are imported from, each with the salt under which its rows are known. Deploy before the release
 * that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE import_sources (
      uid BINARY(16) NOT NULL,
      name VARCHAR(64) NOT NULL,
      salt BINARY(32) NOT NULL,
      created_at DATETIME(3) NOT NULL,
      PRIMARY KEY (uid),
      UNIQUE KEY import_sources_by_name (name)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE import_sources')
