/** The domains a key is bound to, in lower case and ASCII (IDNA). Deploy before the release that serves. */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE key_domains (
      key_uid BINARY(16) NOT NULL,
      domain VARCHAR(253) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      PRIMARY KEY (key_uid, domain)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE key_domains')
