/**
 * Registrations made before they were counted by entity get the one of their key. Deploy before the release that
 * serves.
 */
exports.up = (knex) =>
  knex.raw(`
    UPDATE registrations r JOIN registration_keys k ON k.uid = r.key_uid SET r.entities_id = k.entities_id
  `)

exports.down = () => Promise.resolve()
