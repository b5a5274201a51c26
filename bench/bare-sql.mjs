import { randomBytes } from 'node:crypto'

/**
 * The statements that make an account under the rules that our server keeps, in its order of locks and in as few round
 * trips as we know, prepared as ours are, and nothing else.
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

async function readBefore(db, sql, { codeHash, login, email, now = new Date() }) {
  const [[{ uid }]] = await db.execute(sql.byCode, [codeHash])
  const [[term]] = await db.execute(sql.terms, Array(7).fill(uid))
  await db.execute(sql.facts, factsFor(term, { login, email, now }))
  return { uid }
}

const noUid = Buffer.alloc(16)

const factsFor = ({ a: profile, b: entity }, { login, email, now }) => [
  ...settingNames,
  profile,
  entity,
  ...[now, now, login],
  ...[now, now, email, email],
  ...[login, now, noUid],
  ...[email, now, noUid],
]

async function write(db, sql, person) {
  const { uid, codeHash, submitToken, now, login, email, firstname, realname, passwordHash } = person
  const registration = randomBytes(16)
  await db.execute(sql.mutexes, [login, email])
  await db.execute(sql.openRegistration, [registration, uid, submitToken, now, now])
  await db.execute(sql.claim, [uid, now, now, now, now, codeHash, uid, now])
  const [[term]] = await db.execute(sql.terms, Array(7).fill(uid))
  const { a: profile, b: entity } = term
  await db.execute(sql.facts, factsFor(term, person))
  await db.execute(sql.details, [registration, login, email, '127.0.0.1', ''])

  const account = [login, passwordHash, now, realname, firstname, now, now]
  const [{ insertId: user }] = await db.execute(sql.user, account)
  const [{ insertId: address }] = await db.execute(sql.email, [user, email])
  await db.execute(sql.authorisation, [user, profile, entity])
  await db.execute(sql.history, historyOf(person, { user, address, profile, entity }).flat())

  await db.execute(sql.completeRegistration, [now, user, registration])
  await db.execute(sql.event, [randomBytes(16), now, 'registration.completed', uid, registration, 'invitee'])
  const mail = randomBytes(16)
  await db.execute(sql.mail, [mail, uid, registration, user, now, now])
  await db.execute(sql.mailDetails, [mail, email, `${firstname} ${realname}`])
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

const standing = `CASE WHEN u.is_deleted = 1 THEN 'deleted'
  WHEN u.is_active = 0 OR u.begin_date > ? OR u.end_date <= ? THEN 'disabled' ELSE 'usable' END`
const bestFirst = 'ORDER BY u.is_deleted, u.is_active DESC, u.id LIMIT 1'
const waiting = (column) => `(SELECT 'held-${column}', 0, '', ''
  FROM pending_accounts p JOIN registrations r ON r.uid = p.registration_uid
  WHERE p.${column} = ? AND r.state IN ('awaiting-confirmation', 'awaiting-approval') AND r.hold_until > ?
    AND r.uid <> ? LIMIT 1)`

const sqlFor = (glpi) => ({
  byCode: `SELECT k.uid, k.label, k.max_uses, k.uses_completed, k.uses_held, k.not_before, k.expires_at, k.paused_at,
      k.revoked_at, k.issuer_users_id, k.issuer_profiles_id, k.issuer_entities_id, k.created_at, c.valid_until,
      EXISTS (SELECT 1 FROM switches WHERE name = 'redemption-stopped') AS stopped,
      EXISTS (SELECT 1 FROM ${glpi}.glpi_configs
        WHERE context = 'core' AND name = 'maintenance_mode' AND value = '1') AS maintenance
    FROM key_codes c JOIN registration_keys k ON k.uid = c.key_uid WHERE c.hash = ?`,
  terms: `SELECT 'authorisation' AS kind, profiles_id AS a, entities_id AS b, is_recursive AS c, '' AS text,
      NULL AS begins, NULL AS ends FROM key_authorisations WHERE key_uid = ?
    UNION ALL SELECT 'group', groups_id, 0, 0, '', NULL, NULL FROM key_groups WHERE key_uid = ?
    UNION ALL SELECT 'address', 0, 0, 0, address, NULL, NULL FROM key_addresses WHERE key_uid = ?
    UNION ALL SELECT 'domain', 0, 0, 0, domain, NULL, NULL FROM key_domains WHERE key_uid = ?
    UNION ALL SELECT field, is_locked, 0, 0, value, NULL, NULL FROM key_fields WHERE key_uid = ?
    UNION ALL SELECT 'place', usertitles_id, usercategories_id, locations_id, COALESCE(form, ''), NULL, NULL
      FROM registration_keys WHERE uid = ?
    UNION ALL SELECT 'account', COALESCE(account_days, 0), COALESCE(account_months, 0), needs_proof,
      COALESCE(language, ''), account_from, account_until FROM registration_keys WHERE uid = ?`,
  facts: `SELECT 'setting' AS what, 0 AS id, name AS text, COALESCE(value, '') AS detail
      FROM ${glpi}.glpi_configs WHERE context = 'core' AND name IN (${settingNames.map(() => '?').join()})
    UNION ALL SELECT 'profile', id, COALESCE(name, ''), COALESCE(interface, '')
      FROM ${glpi}.glpi_profiles WHERE id IN (?)
    UNION ALL SELECT 'entity', id, COALESCE(completename, name, ''), '' FROM ${glpi}.glpi_entities WHERE id IN (?)
    UNION ALL (SELECT 'login', u.id, ${standing}, '' FROM ${glpi}.glpi_users u WHERE u.name = ? ${bestFirst})
    UNION ALL (SELECT 'email', COALESCE(u.id, 0), ${standing}, '' FROM ${glpi}.glpi_useremails m
      LEFT JOIN ${glpi}.glpi_users u ON u.id = m.users_id WHERE m.email IN (?, ?) ${bestFirst})
    UNION ALL SELECT 'rule', 0, COALESCE(fields, ''), '' FROM ${glpi}.glpi_fieldunicities
      WHERE itemtype = 'User' AND is_active = 1 AND action_refuse = 1
    UNION ALL ${waiting('login')} UNION ALL ${waiting('email')}`,
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
      id_search_option, old_value, new_value)
    VALUES ${Array(6).fill('(?, ?, ?, ?, ?, ?, ?, ?, ?)').join()}`,
  completeRegistration: `UPDATE registrations SET state = 'completed', completed_at = ?, users_id = ?,
      entities_id = (SELECT entities_id FROM registration_keys k WHERE k.uid = registrations.key_uid)
    WHERE uid = ?`,
  details: `INSERT INTO registration_details (registration_uid, login, email, ip, user_agent)
    VALUES (?, ?, ?, ?, ?)`,
  event: `INSERT INTO audit_events (uid, at, kind, key_uid, registration_uid, actor_kind) VALUES (?, ?, ?, ?, ?, ?)`,
  mail: `INSERT INTO outbox
      (uid, kind, state, key_uid, registration_uid, users_id, asked_by, language, facts, due_at, created_at)
    VALUES (?, 'welcome', 'waiting', ?, ?, ?, NULL, 'en', '{}', ?, ?)`,
  mailDetails: 'INSERT INTO outbox_details (outbox_uid, address, name) VALUES (?, ?, ?)',
})
