/**
 * Why a registration was rejected, as the person was told. It may say anything of them, so it stands with their other
 * details, which are forgotten. Deploy before the release that serves, with the new rights of its account.
 */
exports.up = (knex) =>
  knex.raw(`
    ALTER TABLE registration_details ADD COLUMN reason VARCHAR(500) NULL COMMENT 'why it was rejected'
  `)

exports.down = (knex) => knex.raw('ALTER TABLE registration_details DROP COLUMN reason')
