/** The profiles that an account made with a key receives, each in an entity. Deploy before the release that serves. */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE key_authorisations (
      key_uid BINARY(16) NOT NULL,
      profiles_id INT UNSIGNED NOT NULL,
      entities_id INT UNSIGNED NOT NULL,
      is_recursive TINYINT NOT NULL,
      PRIMARY KEY (key_uid, profiles_id, entities_id)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE key_authorisations')
