/** A node of one of GLPI's trees; a parent that is not there, as 0 is in most, makes it a top. */
export interface Branch {
  id: number
  name: string
  parentId: number | null
}

/**
 * The names on the way from the top, joined with ` > ` as GLPI joins them. GLPI's own column for it holds names
 * encoded and unencoded joined in one text, so it is not read. A circle, which GLPI's pages cannot make, ends where it
 * closes.
 */
export function pathsOf(branches: readonly Branch[]): (id: number) => string {
  const byId = new Map(branches.map((branch) => [branch.id, branch]))

  function pathOf(id: number, below: readonly number[]): string {
    const branch = byId.get(id)
    if (branch === undefined) return ''
    const { parentId, name } = branch
    const isTop = parentId === null || !byId.has(parentId) || below.includes(parentId)
    return isTop ? name : `${pathOf(parentId, [...below, id])} > ${name}`
  }

  return (id) => pathOf(id, [])
}
