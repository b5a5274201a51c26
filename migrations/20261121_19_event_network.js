/**
 * From where an administrator did something. Personal data, so a table of its own that can be emptied while the event
 * stays. Deploy before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE event_network (
      event_uid BINARY(16) NOT NULL,
      ip VARCHAR(45) NOT NULL,
      user_agent VARCHAR(255) NOT NULL,
      PRIMARY KEY (event_uid)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE event_network')
