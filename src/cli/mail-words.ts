/** A key that asks for proof of the address, where no mail can be sent: nobody could use it. */
export const tellProof = (smtpUrl: unknown, { needsProof }: { needsProof: boolean }): string[] =>
  smtpUrl !== undefined || !needsProof
    ? []
    : [
        'The key asks for proof of the address, and no mail server is set up: until there is one (SMTP_URL), nobody gets an account with it.',
      ]

/** That so many mails leave, or wait where no mail server is set up. */
export const tellQueued = (smtpUrl: unknown, n: number): string[] => {
  const mails = n === 1 ? '1 mail' : `${n} mails`
  if (smtpUrl !== undefined) return [`Queued ${mails}.`]
  return [`Queued ${mails}; ${n === 1 ? 'it leaves' : 'they leave'} once a mail server is set up (SMTP_URL).`]
}
