/**
 * What a key carries beyond what it grants, and how it stands with GLPI. `expires_at` remains the instant at which a
 * key stops working; `grace_days` says how many of the days before it are grace, which nobody is promised. Deploy
 * before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    ALTER TABLE registration_keys
      ADD COLUMN grace_days TINYINT UNSIGNED NOT NULL DEFAULT 0,
      ADD COLUMN preset_uid BINARY(16) NULL,
      ADD COLUMN language VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL
        COMMENT 'of its mails, its form and the account, as GLPI writes it; NULL: whatever the person reads',
      ADD COLUMN account_days INT UNSIGNED NULL COMMENT 'the account ends so many days after joining',
      ADD COLUMN account_months INT UNSIGNED NULL COMMENT 'or so many months',
      ADD COLUMN account_from DATETIME(3) NULL COMMENT 'the account begins then',
      ADD COLUMN account_until DATETIME(3) NULL COMMENT 'or ends then',
      ADD COLUMN needs_proof TINYINT NOT NULL DEFAULT 0 COMMENT '1: the address has to be proven before there is an account',
      ADD COLUMN checked_at DATETIME(3) NULL COMMENT 'when it was last held against GLPI',
      ADD COLUMN problem VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'why it would be refused now',
      ADD COLUMN problem_since DATETIME(3) NULL,
      ADD KEY registration_keys_by_preset (preset_uid, uid),
      ADD KEY registration_keys_by_problem (problem, uid),
      ADD KEY registration_keys_by_check (state, checked_at, uid)
  `)

exports.down = (knex) =>
  knex.raw(`
    ALTER TABLE registration_keys
      DROP KEY registration_keys_by_check, DROP KEY registration_keys_by_problem,
      DROP KEY registration_keys_by_preset,
      DROP COLUMN problem_since, DROP COLUMN problem, DROP COLUMN checked_at, DROP COLUMN needs_proof,
      DROP COLUMN account_until, DROP COLUMN account_from, DROP COLUMN account_months, DROP COLUMN account_days,
      DROP COLUMN language, DROP COLUMN preset_uid, DROP COLUMN grace_days
  `)
