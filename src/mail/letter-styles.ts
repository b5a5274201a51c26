const font = "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
const text = (size: number, colour: string, more = ''): string =>
  `font-family: ${font}; font-size: ${size}px; line-height: 1.5; color: ${colour}; ${more}`
/** Codes and addresses are longer than a phone is wide. */
const wrapped = 'overflow-wrap: anywhere; word-break: break-word;'

/**
 * The looks of a mail, each written beside its element: many programs drop style sheets. The colours are those of the
 * pages; the dark ones are in the template, for programs that know both.
 */
export const letterStyles = {
  body: 'margin: 0; padding: 0; width: 100%; background-color: #f3f5f9; -webkit-text-size-adjust: 100%; text-size-adjust: 100%;',
  /** Shown in lists of mails, not in the mail. */
  preview:
    'display: none; max-height: 0; max-width: 0; overflow: hidden; opacity: 0; font-size: 1px; line-height: 1px; color: #f3f5f9; mso-hide: all;',
  page: 'width: 100%; background-color: #f3f5f9; border-collapse: collapse;',
  margin: 'padding: 24px 12px;',
  column: `width: 100%; max-width: 600px; border-collapse: separate; table-layout: fixed;`,
  masthead: `padding: 16px 32px; background-color: #384461; border-radius: 8px 8px 0 0; ${text(16, '#f4f6fa', 'font-weight: 600;')} ${wrapped}`,
  card: `padding: 32px 32px 16px; background-color: #ffffff; border-radius: 0 0 8px 8px; ${wrapped}`,
  heading: `margin: 0 0 20px; ${text(24, '#1b2438', 'font-weight: 600;')} line-height: 1.3; ${wrapped}`,
  paragraph: `margin: 0 0 16px; ${text(16, '#263147')} ${wrapped}`,
  buttonRow: 'margin: 24px 0 16px; border-collapse: separate;',
  buttonCell:
    'background-color: #fec95c; border-radius: 6px; text-align: center; mso-padding-alt: 14px 28px;',
  button: `display: inline-block; padding: 14px 28px; border: 1px solid #a8761a; border-radius: 6px; ${text(17, '#1b2438', 'font-weight: 600; text-decoration: none;')} line-height: 1.25;`,
  hint: `margin: 0 0 24px; ${text(14, '#566178')} ${wrapped}`,
  link: 'color: #34508e; text-decoration: underline; overflow-wrap: anywhere; word-break: break-all;',
  facts: 'width: 100%; margin: 0 0 16px; border-collapse: collapse; table-layout: fixed;',
  fact: `padding: 10px 0; border-bottom: 1px solid #d8dde8; ${text(16, '#263147')} ${wrapped}`,
  label: text(14, '#566178'),
  quote: `margin: 0 0 16px; padding: 4px 0 4px 16px; border-left: 4px solid #fec95c; ${wrapped}`,
  by: `margin: 0 0 4px; ${text(14, '#566178')}`,
  words: `margin: 0; ${text(16, '#263147')} ${wrapped}`,
  item: `padding: 14px 0; border-bottom: 1px solid #d8dde8; ${wrapped}`,
  title: `${text(16, '#34508e', 'font-weight: 600;')} text-decoration: underline; ${wrapped}`,
  detail: `margin: 4px 0 0; ${text(15, '#263147')} ${wrapped}`,
  foot: 'padding: 20px 32px 0;',
  small: `margin: 0 0 12px; ${text(14, '#566178')} ${wrapped}`,
} as const
