export interface DatabaseVersion {
  kind: 'mariadb' | 'mysql'
  isSupported: boolean
}

/** Reads what `mariadbd --version` prints or `SELECT VERSION()` answers. */
export function parseDatabaseVersion(text: string): DatabaseVersion {
  const kind = text.includes('MariaDB') ? 'mariadb' : 'mysql'
  const [, major, minor] = /(\d+)\.(\d+)\.\d+/.exec(text) ?? []
  return { kind, isSupported: Number(major) * 1000 + Number(minor) >= oldestSupported[kind] }
}

// MariaDB 10.6 and MySQL 8.0
const oldestSupported = { mariadb: 10_006, mysql: 8_000 }
