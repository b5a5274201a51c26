/** Codes made before this release are the first ones of their keys, and were made with them. */
exports.up = (knex) =>
  knex.raw(`
    UPDATE key_codes c SET made_by = (SELECT k.issuer_users_id FROM registration_keys k WHERE k.uid = c.key_uid)
  `)

exports.down = (knex) => knex.raw('SELECT 1')
