/**
 * Which key of the ring a code is sealed with, so that what an old one sealed can be found and sealed anew. Kept by
 * the database. Deploy before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    ALTER TABLE key_codes
      ADD COLUMN ring_id BINARY(4) AS (SUBSTRING(sealed, 1, 4)) STORED,
      ADD KEY key_codes_by_ring (ring_id, hash),
      ADD KEY key_codes_by_tag_and_key (tag, key_uid)
  `)

exports.down = (knex) =>
  knex.raw(`
    ALTER TABLE key_codes
      DROP KEY key_codes_by_tag_and_key, DROP KEY key_codes_by_ring, DROP COLUMN ring_id
  `)
