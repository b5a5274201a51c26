/**
 * Finds what is kept about somebody who asks for it, or wants it erased. Deploy before the release that serves.
 */
exports.up = async (knex) => {
  await knex.raw('ALTER TABLE registration_details ADD KEY registration_details_by_login (login)')
  await knex.raw('ALTER TABLE key_fields ADD KEY key_fields_by_value (value)')
  await knex.raw('ALTER TABLE event_network ADD KEY event_network_by_address (ip)')
}

exports.down = async (knex) => {
  await knex.raw('ALTER TABLE event_network DROP KEY event_network_by_address')
  await knex.raw('ALTER TABLE key_fields DROP KEY key_fields_by_value')
  await knex.raw('ALTER TABLE registration_details DROP KEY registration_details_by_login')
}
