/** What an administrator may do here, from the rights of their active profile in GLPI. */
export const permissions = ['see-keys', 'create-keys', 'update-keys', 'configure'] as const
export type Permission = (typeof permissions)[number]
