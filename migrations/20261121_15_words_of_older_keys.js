/**
 * Labels written before there was a search become findable. Deploy before the release that serves; it may run while an
 * older release makes keys, whose labels are then found after their next change.
 */
exports.up = async (knex) => {
  let after = Buffer.alloc(16)
  for (;;) {
    const [keys] = await knex.raw(
      'SELECT uid, label FROM registration_keys WHERE uid > ? ORDER BY uid LIMIT 1000',
      [after],
    )
    if (keys.length === 0) return
    const rows = keys.flatMap(({ uid, label }) => wordsOf(label).map((word) => [word, uid]))
    if (rows.length > 0) {
      const places = rows.map(() => '(?, ?)').join()
      await knex.raw(`INSERT IGNORE INTO key_words (word, key_uid) VALUES ${places}`, rows.flat())
    }
    after = keys[keys.length - 1].uid
  }
}

exports.down = () => Promise.resolve()

/** As on the day of this migration. */
function wordsOf(label) {
  const words = label.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return Array.from(new Set(words.map((word) => Array.from(word).slice(0, 64).join(''))))
}
