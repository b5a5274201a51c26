/**
 * For the list of the keys that give a certain profile, or anything in a certain entity, or both. Deploy before the
 * release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    ALTER TABLE key_authorisations
      ADD COLUMN is_in_one_entity TINYINT NOT NULL DEFAULT 0 COMMENT 'as in registration_keys',
      ADD KEY key_authorisations_by_profile (profiles_id, key_uid),
      ADD KEY key_authorisations_by_entity (entities_id, key_uid, is_in_one_entity),
      ADD KEY key_authorisations_by_profile_and_entity (profiles_id, entities_id, key_uid, is_in_one_entity)
  `)

exports.down = (knex) =>
  knex.raw(`
    ALTER TABLE key_authorisations
      DROP KEY key_authorisations_by_profile_and_entity, DROP KEY key_authorisations_by_entity,
      DROP KEY key_authorisations_by_profile, DROP COLUMN is_in_one_entity
  `)
