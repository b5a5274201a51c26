/**
 * What has been told about a key, once for each occasion: the primary key is the promise. Deploy before the release
 * that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE notices (
      kind VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      subject BINARY(16) NOT NULL COMMENT 'the uid of the key, or zeros for the instance',
      occasion DATETIME(3) NOT NULL COMMENT 'what it was about: the end that comes, the week that began',
      told_at DATETIME(3) NOT NULL,
      PRIMARY KEY (kind, subject, occasion)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE notices')
