/**
 * The second secrets that mailed links carry: whoever has one reads that mailbox. Made when the mail is sent, kept as a
 * hash alone. The address is personal data: the row is deleted with it. Deploy before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE mailbox_proofs (
      hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the secret',
      key_uid BINARY(16) NOT NULL,
      address VARCHAR(255) NOT NULL,
      created_at DATETIME(3) NOT NULL,
      PRIMARY KEY (hash),
      KEY mailbox_proofs_by_key (key_uid),
      KEY mailbox_proofs_by_address (address)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE mailbox_proofs')
