/**
 * For finding a key by the last four characters of its code. Deploy before the release that serves.
 */
exports.up = (knex) => knex.raw('ALTER TABLE key_codes ADD KEY key_codes_by_hint (hint, key_uid)')

exports.down = (knex) => knex.raw('ALTER TABLE key_codes DROP KEY key_codes_by_hint')
