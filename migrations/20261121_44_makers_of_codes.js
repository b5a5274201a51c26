/** A key keeps every code it ever had, and now who had each made. Deploy before the release that serves. */
exports.up = (knex) =>
  knex.raw(`
    ALTER TABLE key_codes ADD COLUMN made_by INT UNSIGNED NULL COMMENT 'the id in glpi_users; NULL: system'
  `)

exports.down = (knex) => knex.raw('ALTER TABLE key_codes DROP COLUMN made_by')
