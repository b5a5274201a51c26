/** In this order; `owner-gone`: GLPI would not let the owner act so at the moment, and the token is as good as dead. */
export const tokenStates = ['revoked', 'expired', 'owner-gone', 'usable'] as const
export type TokenState = (typeof tokenStates)[number]
