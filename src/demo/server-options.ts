import type { DatabaseBinary } from './find-database-binary'

/** The options a server is both initialised and started with; the first one keeps the system's my.cnf out. */
export function serverOptions({ kind }: DatabaseBinary, throwaway: boolean): string[] {
  return [
    '--no-defaults',
    ...(process.getuid?.() === 0 ? ['--user=root'] : []),
    `--innodb-buffer-pool-size=${throwaway ? '64M' : '128M'}`,
    '--performance-schema=OFF',
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_unicode_ci',
    '--skip-log-bin',
    ...(throwaway ? throwawayOptions : []),
    ...optionsOfKind[kind],
  ]
}

// Next to nothing is forced to the disk: what the kernel was given outlives a killed server, though not a power cut.
// A file per table would bring that back, as each new file is synced: it took 740 syncs to lay a GLPI, now 42.
// "loose" because versions differ in knowing them.
const throwawayOptions = [
  '--innodb-doublewrite=OFF',
  '--innodb-flush-log-at-trx-commit=2',
  '--loose-innodb-flush-method=nosync',
  '--loose-innodb-file-per-table=OFF',
  '--loose-debug-no-sync',
  // Statistics kept on disk are rows written for each index of each table that is made: half of what making one takes.
  '--innodb-stats-persistent=OFF',
]

const optionsOfKind: Record<DatabaseBinary['kind'], string[]> = {
  mariadb: ['--innodb-log-file-size=32M'],
  // A compiled-in folder for file imports that does not exist would keep MySQL from starting.
  mysql: ['--loose-mysqlx=OFF', '--secure-file-priv=NULL'],
}
