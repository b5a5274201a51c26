/**
 * Keys made before they had a place in the list get one. Deploy before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    UPDATE registration_keys k
    SET entities_id = COALESCE((SELECT MIN(a.entities_id) FROM key_authorisations a WHERE a.key_uid = k.uid), 0),
      is_in_one_entity =
        (SELECT COUNT(DISTINCT a.entities_id) = 1 FROM key_authorisations a WHERE a.key_uid = k.uid)
  `)

exports.down = (knex) => knex.raw('SELECT 1')
