/**
 * What the console lists keys by, and what a key carries besides profiles and groups. Deploy before the release that
 * serves.
 *
 * The columns after `is_used_up` are kept by the database, so that no writer can forget them. Whether a key has begun
 * or ended changes by itself with time, which no index can follow: `settled_at` is the instant as of which `state`
 * holds, `next_change_at` when it stops holding. Whoever lists keys first settles those whose time has come.
 */
exports.up = (knex) =>
  knex.raw(`
    ALTER TABLE registration_keys
      ADD COLUMN entities_id INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'one of those it grants: where it is listed',
      ADD COLUMN is_in_one_entity TINYINT NOT NULL DEFAULT 0
        COMMENT '1: all it grants is in that entity; 0: look at what it grants',
      ADD COLUMN batch_uid BINARY(16) NULL,
      ADD COLUMN usertitles_id INT UNSIGNED NOT NULL DEFAULT 0 COMMENT '0, as in GLPI: none',
      ADD COLUMN usercategories_id INT UNSIGNED NOT NULL DEFAULT 0 COMMENT '0, as in GLPI: none',
      ADD COLUMN locations_id INT UNSIGNED NOT NULL DEFAULT 0 COMMENT '0, as in GLPI: none',
      ADD COLUMN revoked_reason VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NULL,
      ADD COLUMN settled_at DATETIME(3) NOT NULL DEFAULT '1970-01-01 00:00:00.000' COMMENT 'state holds as of then',
      ADD COLUMN is_used_up TINYINT AS (max_uses IS NOT NULL AND uses_completed >= max_uses) STORED,
      ADD COLUMN state TINYINT UNSIGNED AS (CASE
        WHEN revoked_at IS NOT NULL THEN 1
        WHEN paused_at IS NOT NULL THEN 2
        WHEN not_before > settled_at THEN 3
        WHEN expires_at <= settled_at THEN 4
        WHEN max_uses IS NULL THEN 7
        WHEN uses_completed >= max_uses THEN 5
        WHEN uses_completed + uses_held >= max_uses THEN 6
        ELSE 7 END) STORED
        COMMENT '1 revoked, 2 paused, 3 not yet valid, 4 expired, 5 used up, 6 held up, 7 usable',
      ADD COLUMN next_change_at DATETIME(3) AS (CASE
        WHEN revoked_at IS NOT NULL OR paused_at IS NOT NULL THEN NULL
        WHEN not_before > settled_at THEN not_before
        WHEN expires_at > settled_at THEN expires_at
        ELSE NULL END) STORED,
      ADD KEY registration_keys_by_state (state, uid),
      ADD KEY registration_keys_by_change (next_change_at),
      ADD KEY registration_keys_by_entity (entities_id, uid, is_in_one_entity),
      ADD KEY registration_keys_by_entity_and_state (entities_id, state, uid, is_in_one_entity),
      ADD KEY registration_keys_by_entity_and_end (entities_id, expires_at, uid, is_in_one_entity),
      ADD KEY registration_keys_by_entity_and_label (entities_id, label, uid, is_in_one_entity),
      ADD KEY registration_keys_by_issuer (issuer_users_id, uid),
      ADD KEY registration_keys_by_issuer_and_entity (issuer_users_id, entities_id, uid, is_in_one_entity),
      ADD KEY registration_keys_by_batch (batch_uid, uid),
      ADD KEY registration_keys_by_end (expires_at, uid),
      ADD KEY registration_keys_by_label (label, uid)
  `)

exports.down = (knex) =>
  knex.raw(`
    ALTER TABLE registration_keys
      DROP KEY registration_keys_by_state, DROP KEY registration_keys_by_change,
      DROP KEY registration_keys_by_entity,
      DROP KEY registration_keys_by_entity_and_state, DROP KEY registration_keys_by_entity_and_end,
      DROP KEY registration_keys_by_entity_and_label, DROP KEY registration_keys_by_issuer,
      DROP KEY registration_keys_by_issuer_and_entity, DROP KEY registration_keys_by_batch,
      DROP KEY registration_keys_by_end, DROP KEY registration_keys_by_label,
      DROP COLUMN next_change_at, DROP COLUMN state, DROP COLUMN is_used_up, DROP COLUMN settled_at,
      DROP COLUMN revoked_reason, DROP COLUMN locations_id, DROP COLUMN usercategories_id,
      DROP COLUMN usertitles_id, DROP COLUMN batch_uid, DROP COLUMN is_in_one_entity, DROP COLUMN entities_id
  `)
