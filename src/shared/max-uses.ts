/** More uses than this are a mistake, not an invitation, whatever MAX_USES says. */
export const maxUsesCeiling = 5_000
