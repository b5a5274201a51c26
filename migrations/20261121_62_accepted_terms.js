/**
 * Which terms of use somebody accepted with the form, and when. Beside the registration and not with its details: it has
 * to be shown as long as the account is used, and names nobody. Deploy before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    ALTER TABLE registrations
      ADD COLUMN terms_version VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'NULL: none were asked for',
      ADD COLUMN terms_accepted_at DATETIME(3) NULL
  `)

exports.down = (knex) =>
  knex.raw('ALTER TABLE registrations DROP COLUMN terms_accepted_at, DROP COLUMN terms_version')
