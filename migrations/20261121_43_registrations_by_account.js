/** Finds what became of somebody by their account: after a restore, and when a person is to be erased. */
exports.up = (knex) => knex.raw('ALTER TABLE registrations ADD KEY registrations_by_account (users_id)')

exports.down = (knex) => knex.raw('ALTER TABLE registrations DROP KEY registrations_by_account')
