import type { MailsMessages } from '../messages/mails'

export const mails: MailsMessages = {
  title: 'Correos',
  none: 'No se ha enviado ningún correo sobre esta clave.',
  columns: { kind: 'Correo', to: 'Para', state: 'Qué fue de él', when: 'Cuándo', again: 'Otra vez' },
  kinds: {
    invitation: 'Invitación',
    reminder: 'Recordatorio',
    reissued: 'Nuevo enlace',
    confirmation: 'Confirmación de la dirección',
    'account-exists': 'Ya tiene una cuenta',
    welcome: 'Bienvenida',
    joined: 'Alguien se ha registrado',
    lapsed: 'Terminada sin usarse',
    'key-in-trouble': 'Clave con problemas',
    'link-requested': 'Enlace nuevo pedido',
    'keys-ending': 'Claves que terminan pronto',
    'issuer-gone': 'Claves sin responsable',
    'webhook-gone': 'Webhook desactivado',
    'approval-waiting': 'Pendiente de aprobación',
    'not-approved': 'No aprobado',
    'approval-asked': 'Registros por aprobar',
    'approval-reminder': 'Recordatorio de registros por aprobar',
  },
  states: { waiting: 'En espera', sent: 'Enviado', failed: 'Fallido', withdrawn: 'Retirado' },
  failures: {
    'address-invalid': 'A esta dirección no se puede escribir.',
    'recipient-refused': 'El servidor de correo no conoce a este destinatario o no acepta nada para él.',
    'message-refused':
      'El servidor de correo ha rechazado el contenido del correo, como hacen los filtros de correo no deseado.',
    'sender-refused': 'El servidor de correo rechaza nuestra dirección de remitente: véase MAIL_FROM.',
    'sign-in-refused': 'El servidor de correo rechaza nuestra cuenta: véase SMTP_URL.',
    'not-private': 'El servidor de correo no ofrece ningún cifrado en el que confiemos.',
    'server-busy': 'El servidor de correo ha pedido que se intente más tarde.',
    'no-connection': 'No se puede llegar al servidor de correo.',
    'no-answer': 'El servidor de correo ha dejado de responder.',
    'not-composed': 'No se ha podido componer el correo, como ocurre cuando falta el llavero.',
  },
  notComposed: {
    paused: 'La clave está en pausa: reanúdela y el correo saldrá.',
    'would-be-refused': 'Quien abriera ahora el enlace sería rechazado: arregle la clave y el correo saldrá.',
    'no-key-ring':
      'El llavero no se puede leer, y sin él no se puede escribir ningún enlace: véase «glpi-invite doctor».',
    'other-key-ring':
      'El código se selló con otro llavero: recupérelo de la copia de seguridad o cree un enlace nuevo.',
    'no-code':
      'El enlace de esta clave no se guarda en ningún sitio: cree un enlace nuevo o una clave nueva.',
  },
  answer: (codes) => `Su respuesta: ${codes}`,
  withdrawals: {
    revoked: 'La clave se revocó antes de que saliera.',
    'address-changed': 'La clave ya no es para esa dirección.',
    'sent-again': 'Se volvió a enviar antes de que saliera este.',
    expired: 'La clave caducó antes de que saliera.',
    'used-up': 'La clave se agotó antes de que saliera.',
    joined: 'Esta persona se registró antes de que saliera.',
    renewed: 'La clave se prolongó antes de que saliera.',
    reissued: 'La clave recibió otro enlace antes de que saliera.',
    'key-ended': 'La clave ya no se podía usar.',
    'too-late': 'Esperó tanto que ya no era ninguna novedad.',
    'hold-ended': 'El registro había terminado antes del envío.',
    decided: 'Todo se había decidido antes del envío.',
    other: 'Ya no era cierto cuando debía salir.',
  },
  nextAttempt: (when) => `Próximo intento: ${when}`,
  attempts: (n) => (n === 1 ? '1 intento hasta ahora' : `${n} intentos hasta ahora`),
  noServer: 'No hay ningún servidor de correo configurado (SMTP_URL): los correos esperan a que lo haya.',
  erased: 'borrada',
  send: 'Enviar la invitación por correo',
  sendAgain: 'Enviar otra vez la invitación',
  sendHint: 'A cada dirección para la que es, salvo a quienes ya se han registrado.',
  retry: 'Volver a intentar',
  retryLabel: (kind, address) => `Volver a intentar: ${kind} para ${address}`,
  problems: {
    revoked: 'La clave está revocada: su enlace no abre nada.',
    paused: 'La clave está en pausa: reanúdela antes de enviarla.',
    expired: 'La clave ha caducado: dele un final posterior antes de enviarla.',
    'used-up': 'La clave está agotada: suba su límite antes de enviarla.',
    'no-address':
      'La clave no es para ninguna dirección concreta, así que su enlace no se puede enviar a nadie: cópielo.',
    'all-joined': 'Todas las personas a las que invita la clave ya se han registrado.',
    'code-gone':
      'El enlace de esta clave no se guarda en ningún sitio, por lo que no se puede volver a enviar. Cree uno nuevo.',
  },
  limitedForAddress: (limit) =>
    limit === 1
      ? 'A una dirección se le envía como máximo una invitación al día.'
      : `A una dirección se le envían como máximo ${limit} invitaciones al día.`,
  limitedForYou: (limit) =>
    limit === 1
      ? 'Una persona envía como máximo una invitación por hora.'
      : `Una persona envía como máximo ${limit} invitaciones por hora.`,
  possibleAt: (when) => `Volverá a ser posible a partir de: ${when}.`,
  tooManyAtOnce: 'Envíe menos a la vez.',
  noLongerFailed: 'Este correo ya no necesita otro intento.',
  notYours: 'Ahora usted no podría crear esta clave, así que tampoco puede enviar su enlace.',
  sent: (n) => (n === 1 ? 'Una invitación va de camino.' : `${n} invitaciones van de camino.`),
  queued: (n) =>
    n === 1
      ? 'Una invitación espera a un servidor de correo.'
      : `${n} invitaciones esperan a un servidor de correo.`,
  retried: 'Se vuelve a intentar enviar el correo.',
  batch: {
    title: 'Enviar las invitaciones por correo',
    summary: (invited, mailed) =>
      `${invited === 1 ? 'Una persona tiene una dirección y todavía puede' : `${invited} personas tienen una dirección y todavía pueden`} registrarse; ${
        mailed === 0
          ? 'a ninguna se le ha enviado'
          : mailed === 1
            ? 'a una se le ha enviado'
            : `a ${mailed} se les ha enviado`
      } su enlace.`,
    sendRest: (n) => (n === 1 ? 'Enviar a la que falta' : `Enviar a las ${n} que faltan`),
    sendAll: (n) => (n === 1 ? 'Enviar a esta persona' : `Enviar a las ${n}`),
    nobody: 'En este lote nadie tiene una dirección y puede registrarse todavía.',
  },
  list: { failed: 'Correo fallido', waiting: 'Correo en espera' },
  home: {
    failed: (n, written) => (n === 1 ? 'Una invitación no llegó' : `${written} invitaciones no llegaron`),
    failedHint: 'Mire el motivo y después vuelva a intentarlo o entregue el enlace.',
    waiting: (n, written) =>
      n === 1
        ? 'Una invitación espera a un servidor de correo'
        : `${written} invitaciones esperan a un servidor de correo`,
    waitingHint: 'Configure SMTP_URL o copie los enlaces a mano.',
    lastFailed: (when) => `fallido, en cola desde el ${when}`,
  },
}
