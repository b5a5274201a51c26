import { approvalMails } from './approval-es'
import { reasons } from '../refusal-reasons/es'
import type { MailMessages } from './messages'

const keys = (n: number) => (n === 1 ? '1 clave' : `${n} claves`)
const invitedYou = (inviter: string | undefined, instance: string) =>
  inviter === undefined
    ? `Tiene una invitación para ${instance}`
    : `${inviter} le ha enviado una invitación para ${instance}`
const because = (inviter: string | undefined, address: string, instance: string) =>
  inviter === undefined
    ? `porque alguien de ${instance} introdujo la dirección ${address} para invitarle`
    : `porque ${inviter} introdujo la dirección ${address} para invitarle a ${instance}`

export const es: MailMessages = {
  ...approvalMails,
  hello: (name) => (name === undefined ? 'Hola:' : `Hola, ${name}:`),
  fact: (label, value) => `${label}: ${value}`,
  plainLink: 'Si el botón no funciona, copie esta dirección en su navegador:',
  contact: (contact) => `¿Alguna pregunta? ${contact}`,
  validity: (from, until) => {
    if (from === undefined)
      return until === undefined
        ? 'La invitación no tiene fecha de fin.'
        : `La invitación es válida hasta el ${until}.`
    return until === undefined
      ? `La invitación es válida desde el ${from}.`
      : `La invitación es válida desde el ${from} hasta el ${until}.`
  },
  yours:
    'El enlace es solo para usted y demuestra que la dirección de correo es suya: no reenvíe este mensaje, por favor.',
  unnamedKey: (hint) => `Clave …${hint}`,
  more: (n) => (n === 1 ? 'Y 1 más.' : `Y ${n} más.`),

  invitation: {
    subject: (inviter, instance) =>
      inviter === undefined ? `Su invitación para ${instance}` : `${inviter} le invita a ${instance}`,
    heading: (instance) => `Su acceso a ${instance}`,
    lead: (inviter, instance) =>
      `${invitedYou(inviter, instance)}, donde podrá pedir ayuda y seguir sus solicitudes.`,
    todo: 'Abra su invitación, rellene el formulario y elija una contraseña. Le llevará unos dos minutos.',
    todoFrom: (from) =>
      `A partir del ${from} podrá abrir su invitación, rellenar el formulario y elegir una contraseña. Le llevará unos dos minutos. Conserve este mensaje hasta entonces.`,
    writes: (inviter) => (inviter === undefined ? 'Un mensaje para usted:' : `${inviter} le escribe:`),
    button: 'Crear mi cuenta',
    why: (inviter, address, instance) => `Recibe este mensaje ${because(inviter, address, instance)}.`,
    ignore:
      'Si no lo esperaba, no haga nada: no se crea ninguna cuenta mientras usted no rellene el formulario.',
  },
  reminder: {
    subject: (instance, day) => `Su invitación para ${instance} termina el ${day}`,
    heading: (day) => `Su invitación termina el ${day}`,
    lead: (inviter, instance) =>
      `${invitedYou(inviter, instance)} y parece que todavía no tiene una cuenta. Si la desea, créela antes de que termine la invitación: le llevará unos dos minutos.`,
    why: (inviter, address, instance) =>
      `Recibe este recordatorio ${because(inviter, address, instance)}. Solo se envía uno por cada fecha de fin.`,
    ignore: 'Si ya tiene su cuenta, o no desea ninguna, no tiene que hacer nada.',
  },
  reissued: {
    subject: (instance) => `El nuevo enlace de su invitación para ${instance}`,
    heading: 'Su invitación tiene un nuevo enlace',
    lead: (inviter, instance) =>
      `${inviter === undefined ? `El enlace de su invitación para ${instance} se ha sustituido` : `${inviter} ha sustituido el enlace de su invitación para ${instance}`}. A partir de ahora use este.`,
    oldUntil: (until) => `El enlace anterior sigue funcionando hasta el ${until}.`,
    oldDead: 'El enlace anterior ya no funciona.',
  },
  confirmation: {
    subject: (instance) => `Confirme su dirección de correo para ${instance}`,
    heading: '¿Es esta su dirección de correo?',
    lead: (address, instance) =>
      `El formulario para crear una cuenta en ${instance} se ha rellenado con la dirección ${address}. Si lo hizo usted, confírmela: su cuenta se creará enseguida.`,
    button: 'Confirmar mi dirección',
    until: (until) =>
      `Puede hacerlo hasta el ${until}. Después, abra su invitación y rellene otra vez el formulario.`,
    why: (instance) =>
      `Recibe este mensaje porque alguien que tiene una invitación para ${instance} escribió su dirección en el formulario.`,
    ignore: 'Si no fue usted, no haga nada: sin su confirmación no se crea ninguna cuenta.',
  },
  accountExists: {
    subject: (instance) => `Ya tiene una cuenta en ${instance}`,
    heading: 'Ya tiene una cuenta',
    lead: (address, instance) =>
      `El formulario para crear una cuenta en ${instance} se ha rellenado con la dirección ${address}, a la que ya pertenece una cuenta. Si lo hizo usted, no necesita otra: solo tiene que iniciar sesión.`,
    forgotten: 'Si ya no recuerda su contraseña, el servicio de asistencia puede ayudarle.',
    why: (instance) =>
      `Recibe este mensaje porque alguien que tiene una invitación para ${instance} escribió su dirección en el formulario.`,
    ignore: 'Si no fue usted, no tiene que hacer nada: su cuenta no ha cambiado.',
  },
  welcome: {
    subject: (instance) => `Su cuenta en ${instance} está lista`,
    heading: 'Su cuenta está lista',
    lead: (instance) => `Le damos la bienvenida a ${instance}. Esto es lo que necesita para iniciar sesión:`,
    login: 'Su nombre de usuario',
    password: 'Su contraseña',
    passwordValue: 'La que usted eligió. Nadie más la conoce y nunca se envía por correo.',
    address: 'Dónde iniciar sesión',
    from: 'Puede iniciar sesión desde el',
    until: 'Su cuenta termina el',
    button: 'Iniciar sesión',
    why: (address, instance, made) =>
      `Recibe este mensaje porque se creó una cuenta en ${instance} con la dirección ${address} el ${made}.`,
    ignore: 'Si no fue usted, avise al servicio de asistencia.',
  },
  joined: {
    subject: (name, instance) => `${name} ya está en ${instance}`,
    subjectOfMany: (n, instance) =>
      n === 1 ? `1 persona ya está en ${instance}` : `${n} personas ya están en ${instance}`,
    lead: (name) =>
      `${name} ha usado su invitación y ya puede iniciar sesión. Usted no tiene que hacer nada.`,
    leadOfMany:
      'Desde ayer se han registrado con sus invitaciones y ya pueden iniciar sesión. Usted no tiene que hacer nada.',
    login: 'Nombre de usuario',
    key: 'Clave',
    at: 'Fecha de registro',
    uses: 'Usos',
    usesOf: (used, limit) => (limit === undefined ? `${used}, sin límite` : `${used} de ${limit}`),
    button: 'Ver la clave',
    buttonOfMany: 'Ver sus claves',
    why: 'Recibe este mensaje porque responde de la clave que se ha usado.',
  },
  lapsed: {
    subject: (key) => `Nadie usó la invitación «${key}»`,
    subjectOfMany: (n) => `${n} invitaciones terminaron sin usarse`,
    heading: (n) =>
      n === 1 ? 'Una invitación terminó sin usarse' : `${n} invitaciones terminaron sin usarse`,
    lead: (n) =>
      n === 1
        ? 'Nadie se registró con esta clave antes de que terminara:'
        : 'Nadie se registró con estas claves antes de que terminaran:',
    ended: (at) => `Terminó el ${at}`,
    invited: (addresses) => `Invitación para ${addresses}`,
    next: (n) =>
      n === 1
        ? 'Si la cuenta sigue haciendo falta, prolongue la clave: su enlace volverá a funcionar y podrá enviarlo otra vez. Si no, no tiene que hacer nada.'
        : 'Donde siga haciendo falta una cuenta, prolongue la clave: su enlace volverá a funcionar y podrá enviarlo otra vez. Con las demás no tiene que hacer nada.',
    button: (n) => (n === 1 ? 'Abrir la clave' : 'Ver las claves'),
    why: 'Recibe este mensaje porque responde de las claves que nombra.',
  },
  keyInTrouble: {
    subject: (n, instance) =>
      `${instance}: ${n === 1 ? 'una clave requiere' : `${n} claves requieren`} su atención`,
    heading: (n) => `${n === 1 ? 'Una clave requiere' : `${n} claves requieren`} su atención`,
    lead: (n) =>
      n === 1
        ? 'Algo ha cambiado desde que se creó esta clave. Puede arreglarlo antes de que lo noten las personas invitadas:'
        : 'Algo ha cambiado desde que se crearon estas claves. Puede arreglarlo antes de que lo noten las personas invitadas:',
    button: (n) => (n === 1 ? 'Abrir la clave' : 'Ver las claves'),
    why: 'Recibe este mensaje porque responde de las claves que nombra o se ocupa del servicio de asistencia. Las claves se comprueban cada día.',
  },
  linkRequested: {
    subject: (address, instance) => `${address} pide un enlace nuevo para ${instance}`,
    subjectOfMany: (n, instance) => `${n} personas piden enlaces nuevos para ${instance}`,
    heading: 'Alguien pide un enlace nuevo',
    lead: 'El enlace de una invitación fue rechazado, y quien lo abrió pide uno nuevo.',
    leadOfMany:
      'Los enlaces de unas invitaciones fueron rechazados, y quienes los abrieron piden otros nuevos.',
    address: 'Dirección indicada',
    reason: 'Motivo del rechazo',
    key: 'Clave',
    reasons,
    writes: 'Su mensaje:',
    invited: 'La clave es para esta dirección. Un enlace nuevo va solo allí.',
    unproven:
      'La clave no es para esta dirección, y nadie ha demostrado de quién es: asegúrese de que conoce a esta persona antes de responder.',
    next: 'Abra la petición: un botón envía un enlace nuevo, otro la rechaza. Antes de eso no ocurre nada.',
    button: 'Responder a la petición',
    buttonOfMany: 'Ver las peticiones',
    why: 'Recibe este mensaje porque responde de la clave o se ocupa del servicio de asistencia. Cada dirección puede pedirlo una vez por clave.',
  },
  keysEnding: {
    subject: (n, instance) => `${instance}: ${keys(n)} ${n === 1 ? 'termina' : 'terminan'} pronto`,
    heading: (n) => `${keys(n)} ${n === 1 ? 'termina' : 'terminan'} pronto`,
    lead: (n) =>
      n === 1
        ? 'Esta clave todavía se puede usar y termina en los próximos días:'
        : 'Estas claves todavía se pueden usar y terminan en los próximos días:',
    ends: (until) => `Termina el ${until}`,
    left: (n) => (n === undefined ? 'Plazas sin límite' : n === 1 ? 'Queda 1 plaza' : `Quedan ${n} plazas`),
    next: 'Para dar más tiempo, abra la clave y prolónguela: el enlace sigue siendo el mismo.',
    button: 'Ver las claves',
    why: 'Recibe este mensaje, como máximo una vez por semana, porque responde de estas claves o se ocupa del servicio de asistencia.',
  },
  webhookGone: {
    subject: (host, instance) => `${instance}: se desactivó el webhook hacia ${host}`,
    heading: (host) => `${host} ya no quiere mensajes`,
    lead: (host) =>
      `${host} respondió que esta dirección ya no existe (410). El webhook se desactivó: no se le envía nada más y se abandonó lo que esperaba.`,
    next: 'Elimine el webhook, o repare el destinatario y vuelva a activarlo; después, envíe de nuevo lo que se abandonó.',
    button: 'Ver el webhook',
  },
  issuerGone: {
    subject: (name, instance) => `${instance}: las claves de ${name} ya no funcionan`,
    heading: (name) => `${name} ya no puede responder de claves`,
    lead: (name, n) =>
      `La cuenta de ${name} en GLPI ya no está activa o ya no puede invitar a nadie. Desde entonces ${n === 1 ? `se rechaza ${keys(n)} que, de otro modo, podría` : `se rechazan ${keys(n)} que, de otro modo, podrían`} usarse.`,
    next: 'Transfiéralas a alguien que pueda conceder lo mismo y volverán a funcionar, o revóquelas.',
    button: 'Ver las claves',
    why: 'Recibe este mensaje porque se ocupa del servicio de asistencia.',
  },
}
