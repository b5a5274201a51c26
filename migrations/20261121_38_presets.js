/**
 * Named grants with limits and texts, for making keys alike. What a preset gives is checked when a key is made with
 * it, like any other wish, so nothing here is trusted. Deploy before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE presets (
      uid BINARY(16) NOT NULL,
      name VARCHAR(255) NOT NULL,
      entities_id INT UNSIGNED NOT NULL COMMENT 'where it is listed',
      owner_users_id INT UNSIGNED NULL COMMENT 'NULL: system',
      terms TEXT NOT NULL COMMENT 'JSON: grant, limits, texts, language, fields',
      created_at DATETIME(3) NOT NULL,
      changed_at DATETIME(3) NOT NULL,
      deleted_at DATETIME(3) NULL,
      PRIMARY KEY (uid),
      KEY presets_by_entity (entities_id, name),
      KEY presets_by_owner (owner_users_id)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE presets')
