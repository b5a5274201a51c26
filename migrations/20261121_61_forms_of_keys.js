/**
 * What the form of a key asks for where that is not the usual, as in `phone=required;title=optional`. No personal data,
 * so it stands in the key's own row and outlives the values of `key_fields`. Deploy before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    ALTER TABLE registration_keys
      ADD COLUMN form VARCHAR(400) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'NULL: what is usual'
  `)

exports.down = (knex) => knex.raw('ALTER TABLE registration_keys DROP COLUMN form')
