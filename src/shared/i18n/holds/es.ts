import type { HoldMessages } from './messages'

const minutes = (n: number) => (n === 1 ? 'un minuto' : `${n} minutos`)

export const holds: HoldMessages = {
  waiting: {
    title: 'Un paso más: mire su correo',
    titleWithErrors: 'Revise la dirección – Un paso más',
    lead: 'Hemos enviado un mensaje a',
    todo: 'Abra el enlace que contiene y su cuenta estará lista. En este dispositivo basta con pulsar un botón; en otro se le pedirá la contraseña que acaba de elegir.',
    until: (until) => `El enlace funciona hasta el ${until}. Hasta entonces le guardamos la plaza.`,
    sentAgain: 'El mensaje va otra vez de camino.',
    nothingCame: '¿No ha llegado nada?',
    hints: [
      'Puede tardar unos minutos. Mire también en la carpeta de correo no deseado.',
      'Si hay varios mensajes, el enlace de cualquiera de ellos funciona.',
      'Si no llega de ninguna manera, consulte a la persona que le envió la invitación o al servicio de asistencia.',
    ],
    again: 'Enviarlo otra vez',
    otherAddress: '¿La dirección no es correcta?',
    otherAddressHint: 'Corríjala aquí y el mensaje irá a la nueva dirección.',
    address: 'Correo electrónico',
    change: 'Usar esta dirección',
    throttled: (n) =>
      `El mensaje ya se ha pedido varias veces. Búsquelo primero y vuelva a intentarlo dentro de ${minutes(n)}.`,
  },
  confirm: {
    title: '¿Es esta su dirección?',
    titleWithErrors: 'Revise la contraseña – ¿Es esta su dirección?',
    lead: 'Una cuenta espera a la persona que lee el correo de',
    password: 'La contraseña que eligió en el formulario',
    passwordHint: 'Este dispositivo debe conocerla, para que nadie más pueda terminar la cuenta.',
    submit: 'Sí, crear mi cuenta',
    sending: 'Un momento, estamos creando su cuenta…',
    notYou:
      'Si usted no ha rellenado el formulario, cierre esta página: sin usted no se crea ninguna cuenta.',
    throttled: (n) =>
      `La contraseña ha sido incorrecta demasiadas veces. Vuelva a intentarlo dentro de ${minutes(n)}, o abra el enlace en el dispositivo en el que rellenó el formulario.`,
  },
  released: {
    lapsed: {
      heading: 'Ha pasado demasiado tiempo',
      reason:
        'La dirección no se confirmó a tiempo, por lo que la plaza ha vuelto a quedar libre. No se ha creado ninguna cuenta.',
      advice:
        'Vuelva a abrir el enlace de su invitación y rellene el formulario otra vez. Si ya no funciona, pida uno nuevo a la persona que se lo envió.',
    },
    revoked: {
      heading: 'Esta invitación se ha retirado',
      reason: 'Se anuló antes de que se creara su cuenta.',
      advice: 'Pida una nueva a la persona que le envió la invitación o consulte al servicio de asistencia.',
    },
    'login-taken': {
      heading: 'Este nombre de usuario ya es de otra persona',
      reason:
        'Se dio a otra persona antes de que se confirmara su dirección. No se ha creado ninguna cuenta.',
      advice:
        'Vuelva a abrir el enlace de su invitación, rellene el formulario otra vez y elija otro nombre de usuario. Su plaza vuelve a estar libre.',
    },
    'not-unique': {
      heading: 'Uno de sus datos ya es de otra persona',
      reason:
        'Otra cuenta de GLPI tiene el mismo nombre u otro dato que allí solo puede tener una persona. No se ha creado ninguna cuenta.',
      advice:
        'Vuelva a abrir el enlace de su invitación, rellene el formulario otra vez y compruebe lo que ha escrito. Si todo es correcto, consulte al servicio de asistencia. Su plaza vuelve a estar libre.',
    },
    erased: {
      heading: 'Ya no hay nada que confirmar',
      reason:
        'Lo que se escribió en el formulario se ha borrado porque alguien lo pidió, por lo que no se ha creado ninguna cuenta.',
      advice:
        'Si sigue necesitando una cuenta, vuelva a abrir el enlace de su invitación o pregunte a la persona que se la envió.',
    },
    'account-exists': {
      heading: 'Ya existe una cuenta con esta dirección',
      reason: 'Se creó antes de que se confirmara esta dirección, por lo que no se ha creado una segunda.',
      advice: 'Inicie sesión con la cuenta que ya tiene. Si no puede, consulte al servicio de asistencia.',
    },
  },
  fieldTaken: {
    heading: 'Uno de sus datos ya es de otra persona',
    reason: (field) =>
      `Otra cuenta de GLPI ya tiene lo que usted escribió en «${field}», que allí solo puede tener una persona. No se ha creado ninguna cuenta.`,
    advice:
      'Vuelva a abrir el enlace de su invitación, rellene el formulario otra vez y compruebe este campo. Si es correcto, consulte al servicio de asistencia. Su plaza vuelve a estar libre.',
  },
}
