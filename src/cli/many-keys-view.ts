import type { TransferObstacle } from '../keys'

export interface Transferred {
  moved: number
  kept: Partial<Record<TransferObstacle, number>>
  keptKeys: readonly { uid: string; obstacle: TransferObstacle }[]
}

export interface TransferredPresets {
  moved: number
  kept: readonly { uid: string; name: string | null; obstacle: TransferObstacle }[]
}

export const linesOfRevocable = (count: { keys: number; alreadyRevoked: number }): string[] => [
  `${count.keys} key(s) would be revoked; ${count.alreadyRevoked} are already.`,
]

export const linesOfTransferred = (
  keys: Transferred,
  presets: TransferredPresets | null,
  { to, dryRun }: { to: string; dryRun: boolean },
): string[] => [
  `${keys.moved} key(s)${presets === null ? '' : ` and ${presets.moved} preset(s)`} ${dryRun ? 'would go' : 'went'} to ${to}.`,
  ...Object.entries(keys.kept).map(
    ([obstacle, n]) => `${n} key(s) stay: ${obstacleWords[obstacle as TransferObstacle]}.`,
  ),
  ...keys.keptKeys.map(({ uid, obstacle }) => `  ${uid}  ${obstacle}`),
  ...(presets?.kept ?? []).map(
    ({ uid, name, obstacle }) => `Preset ${name ?? uid} stays: ${obstacleWords[obstacle]}.`,
  ),
]

const obstacleWords: Record<TransferObstacle, string> = {
  'not-theirs-to-give': 'GLPI would not let the new issuer give what they give',
  'grant-gone': 'GLPI has no more what they give',
  unbounded: 'they have no limit or no end, and the new issuer may not update GLPI’s configuration',
}
