/**
 * To whom a mail goes. Personal data, so a table of its own that can be emptied while the mail's row stays. Deploy
 * before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE outbox_details (
      outbox_uid BINARY(16) NOT NULL,
      address VARCHAR(255) NOT NULL,
      name VARCHAR(255) NULL,
      sealed_code VARBINARY(512) NULL COMMENT 'with sealing off, until the mail is sent; else NULL',
      PRIMARY KEY (outbox_uid),
      KEY outbox_details_by_address (address)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE outbox_details')
