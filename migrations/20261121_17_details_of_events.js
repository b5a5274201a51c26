/**
 * What an event was about beyond its kind, such as a limit before and after: facts, no names. And what the record is
 * filtered by. Deploy before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    ALTER TABLE audit_events
      ADD COLUMN details VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NULL COMMENT 'JSON',
      ADD KEY audit_events_by_kind (kind, at, uid),
      ADD KEY audit_events_by_actor (actor_users_id, at, uid)
  `)

exports.down = (knex) =>
  knex.raw(`
    ALTER TABLE audit_events
      DROP KEY audit_events_by_actor, DROP KEY audit_events_by_kind, DROP COLUMN details
  `)
