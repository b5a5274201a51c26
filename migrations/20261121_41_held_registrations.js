/**
 * Registrations that wait for something before there is an account: each holds a use until it is completed, or until
 * `hold_until`. Deploy before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    ALTER TABLE registrations
      ADD COLUMN hold_until DATETIME(3) NULL,
      ADD COLUMN ended_at DATETIME(3) NULL COMMENT 'when a hold was released',
      ADD COLUMN end_reason VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'why it was released',
      ADD COLUMN address_proof VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL
        COMMENT 'how the address was proven: link or confirmation; NULL: it was not',
      ADD KEY registrations_by_hold (state, hold_until),
      ADD KEY registrations_by_key_and_state (key_uid, state)
  `)

exports.down = (knex) =>
  knex.raw(`
    ALTER TABLE registrations
      DROP KEY registrations_by_key_and_state, DROP KEY registrations_by_hold,
      DROP COLUMN address_proof, DROP COLUMN end_reason, DROP COLUMN ended_at, DROP COLUMN hold_until
  `)
