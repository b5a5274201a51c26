/** Keys that were bound before the column was there. Deploy with it. */
exports.up = (knex) =>
  knex.raw('UPDATE registration_keys SET is_bound = 1 WHERE uid IN (SELECT key_uid FROM key_addresses)')

exports.down = () => Promise.resolve()
