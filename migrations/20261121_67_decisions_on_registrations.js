/**
 * Who decided on a registration that waited for approval, and a way to find those that wait in some entities without
 * reading everybody's. Deploy before the release that serves.
 */
exports.up = (knex) =>
  knex.raw(`
    ALTER TABLE registrations
      ADD COLUMN decided_by INT UNSIGNED NULL COMMENT 'in glpi_users; NULL: nobody, or the server itself',
      ADD KEY registrations_by_entity_and_state (entities_id, state, hold_until)
  `)

exports.down = (knex) =>
  knex.raw('ALTER TABLE registrations DROP KEY registrations_by_entity_and_state, DROP COLUMN decided_by')
