/**
 * The place of an event in the order in which readers are told of events. Given after the commit, so that nothing is
 * ever put before what has been read; the events of before get theirs in the background. The index is not unique, or no
 * server would read those that have none in the order of `uid`. Deploy before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    ALTER TABLE audit_events
      ADD COLUMN position BIGINT UNSIGNED NULL COMMENT 'from 1, without gaps; NULL: none yet',
      ADD KEY audit_events_by_position (position, uid)
  `)

exports.down = (knex) =>
  knex.raw('ALTER TABLE audit_events DROP KEY audit_events_by_position, DROP COLUMN position')
