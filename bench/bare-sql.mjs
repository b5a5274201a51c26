import { randomBytes } from 'node:crypto'

/**
 * The statements that make an account under the rules that our server keeps, in its order of locks and in as few round
 * trips as we know, and nothing else.
 */
export async function registerWithSql(pool, glpi, person) {
  const key = await readBefore(pool, sqlFor(glpi), person)
  const passwordHash = await person.hashPassword()
  const connection = await pool.getConnection()
  try {
    await connection.query('BEGIN')
    await write(connection, sqlFor(glpi), { ...person, ...key, passwordHash, now: new Date() })
    await connection.query('COMMIT')
  } finally {
    connection.release()
  }
}

const settingNames = [
  'version',
  'maintenance_mode',
  'use_password_security',
  'password_min_length',
  'password_need_number',
  'password_need_letter',
  'password_need_caps',
  'password_need_symbol',
  'must_unsanitize_db_data',
  'url_base',
  'smtp_host',
]

async function readBefore(db, sql, { codeHash, login, email }) {
  const [[{ uid }]] = await db.query(sql.byCode, [codeHash])
  const [[term]] = await db.query(sql.terms, [uid, uid, uid])
  await db.query(sql.facts, factsFor(term, { login, email }))
  return { uid }
}

const factsFor = ({ id: profile, entities_id: entity }, { login, email }) => [
  settingNames,
  profile,
  entity,
  null,
  login,
  email,
  email,
]

async function write(db, sql, person) {
  const { uid, codeHash, submitToken, now, login, email, firstname, realname, passwordHash } = person
  const registration = randomBytes(16)
  await db.query(sql.mutexes, [login, email])
  await db.query(sql.openRegistration, [registration, uid, submitToken, now, now])
  await db.query(sql.claim, [uid, now, now, now, now, codeHash, uid, now])
  const [[term]] = await db.query(sql.terms, [uid, uid, uid])
  const { id: profile, entities_id: entity } = term
  await db.query(sql.facts, factsFor(term, person))

  const account = [login, passwordHash, now, realname, firstname, now, now]
  const [{ insertId: user }] = await db.query(sql.user, account)
  const [{ insertId: address }] = await db.query(sql.email, [user, email])
  await db.query(sql.authorisation, [user, profile, entity])
  await db.query(sql.history, [historyOf(person, { user, address, profile, entity })])

  await db.query(sql.completeRegistration, [user, registration])
  await db.query(sql.details, [registration, login, email])
  await db.query(sql.event, [randomBytes(16), now, 'registration.completed', uid, registration, 'invitee'])
}

function historyOf({ firstname, realname, email, now }, { user, address, profile, entity }) {
  const row = (itemtype, id, link, action, value) => [
    itemtype,
    id,
    link,
    action,
    'glpi-invite',
    now,
    0,
    '',
    value,
  ]
  const person = `${realname} ${firstname} (${user})`
  return [
    row('User', user, 'UserEmail', 17, `${email} (${address})`),
    row('UserEmail', address, '0', 20, ''),
    row('User', user, 'Profile', 17, `Root entity (${entity}), Self-Service (${profile}) (R)`),
    row('Profile', profile, 'User', 17, `${person}, Root entity (${entity}) (R)`),
    row('Entity', entity, 'User', 17, `${person}, Self-Service (${profile}) (R)`),
    row('User', user, '0', 20, ''),
  ]
}

const sqlFor = (glpi) => ({
  byCode: `SELECT k.uid, k.label, k.max_uses, k.uses_completed, k.uses_held, k.not_before, k.expires_at, k.paused_at,
      k.revoked_at, k.issuer_users_id, k.issuer_profiles_id, k.issuer_entities_id, k.created_at, c.valid_until,
      EXISTS (SELECT 1 FROM switches WHERE name = 'redemption-stopped') AS stopped,
      EXISTS (SELECT 1 FROM ${glpi}.glpi_configs
        WHERE context = 'core' AND name = 'maintenance_mode' AND value = '1') AS maintenance
    FROM key_codes c JOIN registration_keys k ON k.uid = c.key_uid WHERE c.hash = ?`,
  terms: `SELECT 'authorisation' AS kind, profiles_id AS id, entities_id, is_recursive, '' AS address
    FROM key_authorisations WHERE key_uid = ?
    UNION ALL SELECT 'group', groups_id, 0, 0, '' FROM key_groups WHERE key_uid = ?
    UNION ALL SELECT 'address', 0, 0, 0, address FROM key_addresses WHERE key_uid = ?`,
  facts: `SELECT 'setting' AS kind, 0 AS id, name AS text, COALESCE(value, '') AS detail
      FROM ${glpi}.glpi_configs WHERE context = 'core' AND name IN (?)
    UNION ALL SELECT 'profile', id, COALESCE(name, ''), COALESCE(interface, '')
      FROM ${glpi}.glpi_profiles WHERE id IN (?)
    UNION ALL SELECT 'entity', id, COALESCE(completename, name, ''), '' FROM ${glpi}.glpi_entities WHERE id IN (?)
    UNION ALL SELECT 'group', id, CAST(entities_id AS CHAR), CAST(is_recursive AS CHAR)
      FROM ${glpi}.glpi_groups WHERE is_usergroup = 1 AND id IN (?)
    UNION ALL (SELECT 'login', 0, '', '' FROM ${glpi}.glpi_users WHERE name = ? LIMIT 1)
    UNION ALL (SELECT 'email', 0, '', '' FROM ${glpi}.glpi_useremails WHERE email IN (?, ?) LIMIT 1)
    UNION ALL (SELECT 'rule', 0, COALESCE(fields, ''), '' FROM ${glpi}.glpi_fieldunicities
      WHERE itemtype = 'User' AND is_active = 1 AND action_refuse = 1)`,
  mutexes: `INSERT INTO identity_mutex (kind, value, n) VALUES ('login', ?, 1), ('email', ?, 1)
    ON DUPLICATE KEY UPDATE n = n + 1`,
  openRegistration: `INSERT INTO registrations (uid, key_uid, submit_token, state, created_at, completed_at)
    VALUES (?, ?, ?, 'completed', ?, ?)`,
  claim: `UPDATE registration_keys SET uses_completed = uses_completed + 1
    WHERE uid = ? AND revoked_at IS NULL AND paused_at IS NULL AND (not_before IS NULL OR not_before <= ?)
      AND (expires_at IS NULL OR expires_at > ? OR (expires_at > ? AND expires_at > ?))
      AND (max_uses IS NULL OR uses_completed + uses_held < max_uses)
      AND EXISTS (SELECT 1 FROM key_codes
        WHERE hash = ? AND key_uid = ? AND (valid_until IS NULL OR valid_until > ?))
      AND NOT EXISTS (SELECT 1 FROM switches WHERE name = 'redemption-stopped')`,
  user: `INSERT INTO ${glpi}.glpi_users (name, password, password_last_update, realname, firstname, is_active,
      is_deleted, authtype, auths_id, profiles_id, entities_id, date_creation, date_mod)
    VALUES (?, ?, ?, ?, ?, 1, 0, 1, 0, 0, 0, ?, ?)`,
  email: `INSERT INTO ${glpi}.glpi_useremails (users_id, email, is_default, is_dynamic) VALUES (?, ?, 1, 0)`,
  authorisation: `INSERT INTO ${glpi}.glpi_profiles_users
      (users_id, profiles_id, entities_id, is_recursive, is_dynamic, is_default_profile)
    VALUES (?, ?, ?, 1, 0, 0)`,
  history: `INSERT INTO ${glpi}.glpi_logs (itemtype, items_id, itemtype_link, linked_action, user_name, date_mod,
      id_search_option, old_value, new_value) VALUES ?`,
  completeRegistration: 'UPDATE registrations SET users_id = ? WHERE uid = ?',
  details: 'INSERT INTO registration_details (registration_uid, login, email) VALUES (?, ?, ?)',
  event: `INSERT INTO audit_events (uid, at, kind, key_uid, registration_uid, actor_kind) VALUES (?, ?, ?, ?, ?, ?)`,
})
