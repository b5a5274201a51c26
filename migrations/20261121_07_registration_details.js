/**
 * Who registered. Personal data, so a table of its own that can be emptied while the registration stays. Deploy before
 * the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE registration_details (
      registration_uid BINARY(16) NOT NULL,
      login VARCHAR(255) NOT NULL,
      email VARCHAR(255) NOT NULL,
      PRIMARY KEY (registration_uid),
      KEY registration_details_by_email (email)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE registration_details')
