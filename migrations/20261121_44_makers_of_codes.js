/**
 * A key keeps every code it ever had, and now who had each made. The indexes by end know the days of grace, so that
 * keys are found by the end they are said to have. Deploy before the release that serves.
 */
exports.up = async (knex) => {
  await knex.raw(`
    ALTER TABLE key_codes ADD COLUMN made_by INT UNSIGNED NULL COMMENT 'the id in glpi_users; NULL: system'
  `)
  await knex.raw(`
    ALTER TABLE registration_keys
      DROP KEY registration_keys_by_end, DROP KEY registration_keys_by_entity_and_end,
      ADD KEY registration_keys_by_end (expires_at, uid, grace_days),
      ADD KEY registration_keys_by_entity_and_end (entities_id, expires_at, uid, is_in_one_entity, grace_days)
  `)
}

exports.down = async (knex) => {
  await knex.raw(`
    ALTER TABLE registration_keys
      DROP KEY registration_keys_by_end, DROP KEY registration_keys_by_entity_and_end,
      ADD KEY registration_keys_by_end (expires_at, uid),
      ADD KEY registration_keys_by_entity_and_end (entities_id, expires_at, uid, is_in_one_entity)
  `)
  await knex.raw('ALTER TABLE key_codes DROP COLUMN made_by')
}
