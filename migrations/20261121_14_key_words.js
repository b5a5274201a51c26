/**
 * The words of each label, so that a search for the beginning of a word reads an index. Deploy before the release that
 * serves.
 */
exports.up = (knex) =>
  knex.raw(`
    CREATE TABLE key_words (
      word VARCHAR(64) NOT NULL,
      key_uid BINARY(16) NOT NULL,
      PRIMARY KEY (word, key_uid),
      KEY key_words_by_key (key_uid)
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
  `)

exports.down = (knex) => knex.raw('DROP TABLE key_words')
