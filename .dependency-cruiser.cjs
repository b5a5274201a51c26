/**
 * The import directions of the folder list, as rules:
 *
 *   main → app, context → web | cli → doctor, work → privacy → registration, requests → keys, admins → glpi, mail, audit → shared
 *
 * A folder imports only from what stands to its right; neighbours do not import each other.
 */
const layers = [
  { name: 'shared', mayUse: [] },
  { name: 'glpi', mayUse: ['shared'] },
  { name: 'mail', mayUse: ['shared'] },
  { name: 'audit', mayUse: ['shared'] },
  { name: 'keys', mayUse: ['glpi', 'mail', 'audit', 'shared'] },
  { name: 'admins', mayUse: ['glpi', 'mail', 'audit', 'shared'] },
  { name: 'registration', mayUse: ['keys', 'glpi', 'mail', 'audit', 'shared'] },
  { name: 'requests', mayUse: ['keys', 'admins', 'glpi', 'mail', 'audit', 'shared'] },
  { name: 'doctor', mayUse: ['keys', 'glpi', 'mail', 'audit', 'shared'] },
  {
    name: 'privacy',
    mayUse: ['registration', 'keys', 'admins', 'glpi', 'mail', 'audit', 'shared'],
  },
  {
    name: 'work',
    mayUse: ['privacy', 'registration', 'requests', 'keys', 'admins', 'glpi', 'mail', 'audit', 'shared'],
  },
  {
    name: 'web',
    mayUse: [
      'doctor',
      'work',
      'privacy',
      'registration',
      'requests',
      'keys',
      'admins',
      'glpi',
      'mail',
      'audit',
      'shared',
    ],
  },
  {
    name: 'cli',
    mayUse: [
      'doctor',
      'work',
      'privacy',
      'registration',
      'requests',
      'keys',
      'admins',
      'glpi',
      'mail',
      'audit',
      'shared',
    ],
  },
]

const directions = layers.map(({ name, mayUse }) => ({
  name: `${name}-imports-only-to-its-right`,
  severity: 'error',
  from: { path: `^src/${name}/` },
  to: {
    path: '^src/',
    pathNot: [`^src/(${[name, ...mayUse].join('|')})/`, '^src/context\\.ts$'],
  },
}))

module.exports = {
  forbidden: [
    ...directions,
    {
      name: 'folders-are-entered-through-their-index',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/([^/]+)/.+', pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$', '^src/shared/'] },
    },
    {
      name: 'only-doors-may-see-the-type-of-the-context',
      severity: 'error',
      from: { path: '^src/(shared|glpi|mail|audit|keys|admins|registration|requests|privacy)/' },
      to: { path: '^src/context\\.ts$' },
    },
    {
      name: 'doors-import-only-the-type-of-the-context',
      severity: 'error',
      from: { path: '^src/(web|cli|doctor|work)/' },
      to: { path: '^src/context\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'express-stays-in-the-doors',
      severity: 'error',
      from: { pathNot: ['^src/web/', '^src/app\\.ts$', '^src/index\\.ts$'] },
      to: { path: '^node_modules/(express|helmet)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'templates-are-filled-in-for-pages-and-mails',
      severity: 'error',
      from: { pathNot: '^src/(web|mail)/' },
      to: { path: '^node_modules/ejs/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'knex-values-stay-in-stores',
      severity: 'error',
      from: { pathNot: ['-store\\.ts$', '^src/shared/db\\.ts$', '^src/demo/'] },
      to: { path: '^node_modules/(knex|mysql2)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nodemailer-stays-in-mail',
      severity: 'error',
      from: { pathNot: '^src/mail/' },
      to: { path: '^node_modules/nodemailer/' },
    },
    {
      name: 'hashing-stays-in-glpi-password',
      severity: 'error',
      from: { pathNot: '^src/glpi/password\\.ts$' },
      to: { path: '^node_modules/(argon2|bcrypt|@node-rs)/' },
    },
    {
      name: 'nothing-shipped-needs-the-demo',
      severity: 'error',
      from: { pathNot: '^src/demo/' },
      to: { path: '^src/demo/' },
    },
    {
      name: 'nothing-shipped-needs-a-development-dependency',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/demo/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
  },
}
