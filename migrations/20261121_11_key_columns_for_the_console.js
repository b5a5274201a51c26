/**
 * What the console lists keys by, and what a key carries besides profiles and groups. `is_used_up` is kept by the
 * database, so that no writer can forget it. Deploy before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    ALTER TABLE registration_keys
      ADD COLUMN entities_id INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'one of those it grants: where it is listed',
      ADD COLUMN batch_uid BINARY(16) NULL,
      ADD COLUMN usertitles_id INT UNSIGNED NOT NULL DEFAULT 0 COMMENT '0, as in GLPI: none',
      ADD COLUMN usercategories_id INT UNSIGNED NOT NULL DEFAULT 0 COMMENT '0, as in GLPI: none',
      ADD COLUMN locations_id INT UNSIGNED NOT NULL DEFAULT 0 COMMENT '0, as in GLPI: none',
      ADD COLUMN revoked_reason VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NULL,
      ADD COLUMN is_used_up TINYINT AS (max_uses IS NOT NULL AND uses_completed >= max_uses) STORED,
      ADD KEY registration_keys_by_entity (entities_id, uid),
      ADD KEY registration_keys_by_issuer (issuer_users_id, uid),
      ADD KEY registration_keys_by_batch (batch_uid, uid),
      ADD KEY registration_keys_by_end (expires_at, uid),
      ADD KEY registration_keys_by_label (label, uid),
      ADD KEY registration_keys_by_revocation (revoked_at, uid),
      ADD KEY registration_keys_by_pause (paused_at, uid),
      ADD KEY registration_keys_by_use (is_used_up, uid)
  `)

exports.down = (knex) =>
  knex.raw(`
    ALTER TABLE registration_keys
      DROP KEY registration_keys_by_entity, DROP KEY registration_keys_by_issuer,
      DROP KEY registration_keys_by_batch, DROP KEY registration_keys_by_end,
      DROP KEY registration_keys_by_label, DROP KEY registration_keys_by_revocation,
      DROP KEY registration_keys_by_pause, DROP KEY registration_keys_by_use,
      DROP COLUMN is_used_up, DROP COLUMN revoked_reason, DROP COLUMN locations_id,
      DROP COLUMN usercategories_id, DROP COLUMN usertitles_id, DROP COLUMN batch_uid, DROP COLUMN entities_id
  `)
