/**
 * What the console's home counts registrations by: time, and for an administrator of some entities the one their key
 * is listed in, so that nobody's numbers are found by walking everybody's. Deploy before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    ALTER TABLE registrations
      ADD COLUMN entities_id INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'that of its key',
      ADD KEY registrations_by_time (completed_at, key_uid),
      ADD KEY registrations_by_entity (entities_id, completed_at, key_uid)
  `)

exports.down = (knex) =>
  knex.raw(`
    ALTER TABLE registrations
      DROP KEY registrations_by_entity, DROP KEY registrations_by_time, DROP COLUMN entities_id
  `)
