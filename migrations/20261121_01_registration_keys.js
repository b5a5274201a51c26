/**
 * Keys: limits, lifetime and who answers for them. The counters live here and nowhere else, so that one guarded
 * UPDATE decides who gets a use. Deploy before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE registration_keys (
      uid BINARY(16) NOT NULL,
      label VARCHAR(255) NOT NULL,
      max_uses INT UNSIGNED NULL COMMENT 'NULL: unlimited',
      uses_completed INT UNSIGNED NOT NULL DEFAULT 0,
      uses_held INT UNSIGNED NOT NULL DEFAULT 0,
      not_before DATETIME(3) NULL,
      expires_at DATETIME(3) NULL COMMENT 'NULL: never',
      paused_at DATETIME(3) NULL,
      revoked_at DATETIME(3) NULL,
      issuer_users_id INT UNSIGNED NULL COMMENT 'NULL: system',
      issuer_profiles_id INT UNSIGNED NULL,
      issuer_entities_id INT UNSIGNED NULL,
      created_at DATETIME(3) NOT NULL,
      PRIMARY KEY (uid)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE registration_keys')
