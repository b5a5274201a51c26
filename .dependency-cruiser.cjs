/**
 * The import directions of the folder list, as rules:
 *
 *   main → app, context → web | api | cli → doctor, work → webhooks, imports → privacy → registration, requests →
 *   keys, admins → glpi, mail, audit → csv → shared
 *
 * A folder imports only from what stands to its right; neighbours do not import each other.
 */
const inside = ['privacy', 'registration', 'requests', 'keys', 'admins', 'glpi', 'mail', 'audit']
const behindDoors = ['doctor', 'work', 'webhooks', 'imports', ...inside, 'csv', 'shared']

const layers = [
  { name: 'shared', mayUse: [] },
  { name: 'csv', mayUse: ['shared'] },
  { name: 'glpi', mayUse: ['shared'] },
  { name: 'mail', mayUse: ['shared'] },
  { name: 'audit', mayUse: ['shared'] },
  { name: 'keys', mayUse: ['glpi', 'mail', 'audit', 'shared'] },
  { name: 'admins', mayUse: ['glpi', 'mail', 'audit', 'shared'] },
  { name: 'registration', mayUse: ['keys', 'glpi', 'mail', 'audit', 'shared'] },
  { name: 'requests', mayUse: ['keys', 'admins', 'glpi', 'mail', 'audit', 'shared'] },
  { name: 'doctor', mayUse: ['webhooks', 'keys', 'glpi', 'mail', 'audit', 'shared'] },
  {
    name: 'privacy',
    mayUse: ['registration', 'keys', 'admins', 'glpi', 'mail', 'audit', 'shared'],
  },
  { name: 'webhooks', mayUse: [...inside, 'csv', 'shared'] },
  { name: 'imports', mayUse: [...inside, 'csv', 'shared'] },
  { name: 'work', mayUse: ['webhooks', 'imports', ...inside, 'shared'] },
  { name: 'web', mayUse: behindDoors },
  { name: 'api', mayUse: behindDoors },
  { name: 'cli', mayUse: behindDoors },
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
      from: {
        path: '^src/(shared|csv|glpi|mail|audit|keys|admins|registration|requests|privacy|webhooks|imports)/',
      },
      to: { path: '^src/context\\.ts$' },
    },
    {
      name: 'doors-import-only-the-type-of-the-context',
      severity: 'error',
      from: { path: '^src/(web|api|cli|doctor|work)/' },
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
      from: { pathNot: ['^src/(web|api)/', '^src/app\\.ts$', '^src/index\\.ts$'] },
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
