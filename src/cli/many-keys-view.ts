import type { TransferObstacle } from '../keys'

export interface Transferred {
  moved: number
  kept: Partial<Record<TransferObstacle, number>>
  keptKeys: readonly { uid: string; obstacle: TransferObstacle }[]
}

export const linesOfRevocable = (count: { keys: number; alreadyRevoked: number }): string[] => [
  `${count.keys} key(s) would be revoked; ${count.alreadyRevoked} are already.`,
]

export const linesOfTransferred = (
  keys: Transferred,
  { to, dryRun, presets }: { to: string; dryRun: boolean; presets?: number },
): string[] => [
  `${keys.moved} key(s)${presets === undefined ? '' : ` and ${presets} preset(s)`} ${dryRun ? 'would go' : 'went'} to ${to}.`,
  ...Object.entries(keys.kept).map(
    ([obstacle, n]) => `${n} key(s) stay: ${obstacleWords[obstacle as TransferObstacle]}.`,
  ),
  ...keys.keptKeys.map(({ uid, obstacle }) => `  ${uid}  ${obstacle}`),
]

export const obstacleWords: Record<TransferObstacle, string> = {
  'not-theirs-to-give': 'GLPI would not let the new issuer give what they give',
  'grant-gone': 'GLPI has no more what they give',
  unbounded: 'they have no limit or no end, and the new issuer may not update GLPI’s configuration',
}
