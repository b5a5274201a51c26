/**
 * For the list of the keys that give a certain profile. Deploy before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    ALTER TABLE key_authorisations ADD KEY key_authorisations_by_profile (profiles_id, key_uid)
  `)

exports.down = (knex) => knex.raw('ALTER TABLE key_authorisations DROP KEY key_authorisations_by_profile')
