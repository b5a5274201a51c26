import { readFileSync } from 'node:fs'
import path from 'node:path'
import { runCommand } from '../support/command-line'
import { startTestApp, type TestApp } from '../support/test-app'

const text = readFileSync(path.join(__dirname, '../../docs/operations.md'), 'utf8')

/** What stands in the examples after `glpi-invite`, up to where its output goes. */
const commands = Array.from(
  new Set(
    Array.from(
      text.matchAll(/^[ \t]*(?:runuser -u glpi-invite -- )?glpi-invite ([^|>\n]*)/gm),
      ([, line = '']) => line.trim(),
    ),
  ),
)

describe('the commands in the guide for operations', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp({ line: '11.0' })
  })
  afterAll(() => app.close())

  it('are found', () => {
    expect(commands).toEqual(
      expect.arrayContaining(['doctor', 'migrate', 'doctor --reconcile', 'uninstall --dry-run']),
    )
  })

  it.each(commands)('glpi-invite %s', async (command) => {
    const { code, err } = await runCommand(app.env, command.split(' '))

    expect([code, err.includes('unknown')]).toEqual([command === 'doctor' ? code : 0, false])
    expect([0, 7]).toContain(code)
  })

  it.each(
    Array.from(text.matchAll(/\]\(([\w-]+\.md)#([\w-]+)\)/g), ([, file = '', anchor = '']) => [file, anchor]),
  )('the link to %s#%s leads somewhere', (file, anchor) => {
    const headings = Array.from(
      readFileSync(path.join(__dirname, '../../docs', file), 'utf8').matchAll(/^#+ (.*)$/gm),
      ([, heading = '']) =>
        heading
          .toLowerCase()
          .replace(/[^\p{L}\p{N}\- ]/gu, '')
          .replaceAll(' ', '-'),
    )
    expect(headings).toContain(anchor)
  })
})
