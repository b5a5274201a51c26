import type { LimitMessages } from './messages'

export const limits: LimitMessages = {
  limits: {
    heading: 'Bitte warten Sie einen Moment',
    reason:
      'Von Ihrem Anschluss kamen in kurzer Zeit viele Anfragen. Vielleicht teilen Sie ihn mit anderen, und es waren gar nicht Sie. Ihre Einladung gilt unverändert.',
    advice: (when) =>
      `Öffnen Sie den Link in Ihrer Einladung ${when} noch einmal. Wenn das nicht hilft, fragen Sie die Person, die sie Ihnen geschickt hat, oder den Helpdesk.`,
    form: (when) =>
      `Von Ihrem Anschluss wurden in kurzer Zeit viele Formulare abgelehnt; vielleicht teilen Sie ihn mit anderen. Prüfen Sie, was markiert ist und was Sie eingegeben haben, und geben Sie das Passwort noch einmal ein. Wenn das Formular wieder zurückkommt, senden Sie es ${when} noch einmal.`,
    unproven: (when) =>
      `Von Ihrem Anschluss kamen viele Formulare ohne die Arbeit, die Ihr Browser im Hintergrund erledigt. Schalten Sie JavaScript ein und öffnen Sie den Link in Ihrer Einladung noch einmal, oder geben Sie das Passwort noch einmal ein und senden Sie dieses Formular ${when}. Was Sie eingegeben haben, ist noch da.`,
    code: (when) =>
      `Von Ihrem Anschluss wurden in kurzer Zeit viele Codes probiert; vielleicht teilen Sie ihn mit anderen. Vergleichen Sie den Code mit Ihrer Einladung und geben Sie ihn ${when} noch einmal ein.`,
  },
  taken: {
    email: 'Mit dieser Adresse gibt es schon ein Konto.',
    advice: {
      usable: 'Wenn es Ihres ist, melden Sie sich damit an; Sie brauchen kein zweites.',
      passwordless:
        'Wenn es Ihres ist: Es wurde ohne Passwort für Sie angelegt. Fragen Sie den Helpdesk, wie Sie sich damit anmelden.',
      directory:
        'Wenn es Ihres ist, melden Sie sich mit dem Anmeldenamen und dem Passwort an, die Sie in Ihrer Organisation verwenden.',
      'mail-server': 'Wenn es Ihres ist, melden Sie sich mit dem Passwort Ihres Postfachs an.',
      disabled:
        'Wenn es Ihres ist: Es ist zurzeit deaktiviert. Bitten Sie den Helpdesk, es wieder zu aktivieren.',
      deleted: 'Wenn es Ihres ist: Es wurde gelöscht. Bitten Sie den Helpdesk, es wiederherzustellen.',
    },
  },
}
