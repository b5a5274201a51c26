/**
 * From where somebody registered. Personal data, so among the details that can be emptied. Deploy before the release
 * that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    ALTER TABLE registration_details
      ADD COLUMN ip VARCHAR(45) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NULL,
      ADD COLUMN user_agent VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NULL
  `)

exports.down = (knex) => knex.raw('ALTER TABLE registration_details DROP COLUMN user_agent, DROP COLUMN ip')
