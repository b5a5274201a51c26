/**
 * What a key says of the person it is for: values that stand in the form already, and may be locked. Personal data, so
 * a table of its own that can be emptied while the key stays. Deploy before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE key_fields (
      key_uid BINARY(16) NOT NULL,
      field VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      value VARCHAR(255) NOT NULL,
      is_locked TINYINT NOT NULL,
      PRIMARY KEY (key_uid, field)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE key_fields')
