/**
 * Counters of the library rate-limiter-flexible, which knows these columns by name. Deploy before the release that
 * serves.
 */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE rate_limits (
      \`key\` VARCHAR(255) NOT NULL,
      points INT NOT NULL DEFAULT 0,
      expire BIGINT UNSIGNED NULL COMMENT 'milliseconds since 1970',
      PRIMARY KEY (\`key\`),
      KEY rate_limits_by_end (expire)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE rate_limits')
