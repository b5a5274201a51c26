/**
 * What older keys grant is told apart as their rows are: all in one entity, or in several. Deploy before the release
 * that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    UPDATE key_authorisations a JOIN registration_keys k ON k.uid = a.key_uid
    SET a.is_in_one_entity = k.is_in_one_entity
  `)

exports.down = () => Promise.resolve()
