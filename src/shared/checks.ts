/** What `doctor` looks at, in the order in which causes are best removed. For programs: a name never changes its meaning. */
export const checkNames = [
  'configuration',
  'database',
  'migrations',
  'glpi',
  'grants',
  'key-ring',
  'public-url',
  'clock',
  'time-zones',
  'mail',
  'altcha',
  'background',
  'webhooks',
] as const
export type CheckName = (typeof checkNames)[number]
