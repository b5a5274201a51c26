/**
 * For listing keys by the end that people are told, which is `grace_days` before the one at which they stop working.
 * Deploy before the release that serves.
 *
 * Kept by the database, so that no writer can forget it. A day of grace is not always 24 hours long, and days with
 * grace are whole ones, to their last millisecond: two hours before that is the same day whatever clocks did meanwhile.
 */
exports.up = (knex) =>
  knex.raw(`
    ALTER TABLE registration_keys
      ADD COLUMN stated_end DATETIME(3)
        AS (expires_at - INTERVAL (grace_days * 24 + IF(grace_days = 0, 0, 2)) HOUR) STORED
        COMMENT 'on the day that people are told',
      ADD KEY registration_keys_by_stated_end (stated_end, uid, expires_at),
      ADD KEY registration_keys_by_entity_and_stated_end
        (entities_id, stated_end, uid, is_in_one_entity, expires_at),
      DROP KEY registration_keys_by_entity_and_end
  `)

exports.down = (knex) =>
  knex.raw(`
    ALTER TABLE registration_keys
      ADD KEY registration_keys_by_entity_and_end (entities_id, expires_at, uid, is_in_one_entity),
      DROP KEY registration_keys_by_entity_and_stated_end, DROP KEY registration_keys_by_stated_end,
      DROP COLUMN stated_end
  `)
