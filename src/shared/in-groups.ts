/**
 * Asks once for all who ask in the same turn of the event loop. A round trip to the database costs more than its
 * answer, and the busier the server, the more people's requests arrive in one turn; somebody alone waits no longer.
 *
 * @param ask finds the answers to different questions at once; a question without an answer has no entry
 * @param largest group; whoever asks after that is in the next
 */
export function inGroups<Question, Answer>(
  ask: (questions: readonly Question[]) => Promise<ReadonlyMap<Question, Answer>>,
  largest: number,
): (question: Question) => Promise<Answer | undefined> {
  let waiting: Waiting<Question, Answer>[] = []

  function askForAll(): void {
    const group = waiting
    waiting = []
    if (group.length === 0) return
    ask(group.map(({ question }) => question)).then(
      (answers) => {
        for (const { question, resolve } of group) resolve(answers.get(question))
      },
      (error: unknown) => {
        for (const { reject } of group) reject(error)
      },
    )
  }

  return (question) =>
    new Promise((resolve, reject) => {
      waiting.push({ question, resolve, reject })
      if (waiting.length === 1) setImmediate(askForAll)
      if (waiting.length === largest) askForAll()
    })
}

interface Waiting<Question, Answer> {
  question: Question
  resolve: (answer: Answer | undefined) => void
  reject: (error: unknown) => void
}
