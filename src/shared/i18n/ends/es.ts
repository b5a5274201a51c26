import type { EndMessages } from './messages'

const minutes = (n: number) => (n === 1 ? 'un minuto' : `${n} minutos`)

export const ends: EndMessages = {
  deadEnd: {
    ended: (until) => `Se podía usar hasta el ${until}.`,
    begins: (from) => `Podrá usarla a partir del ${from}.`,
    shared:
      'Un enlace es para un número determinado de personas, a menudo una sola. Si se lo pasó a alguien, o alguien se lo pasó a usted, cada persona necesita su propia invitación.',
    whom: {
      title: 'Quién puede ayudarle',
      inviter: 'Su invitación viene de',
      helpdesk: 'El servicio de asistencia',
    },
    ask: {
      title: 'Pedir un enlace nuevo',
      lead: 'Su petición llega a quienes se ocupan de las invitaciones. Puede hacerla una vez.',
      address: 'Su dirección de correo',
      addressHint:
        'Allí se envía el enlace nuevo. Si recibió la invitación por correo, indique esa misma dirección.',
      note: 'Mensaje (opcional)',
      noteHint: 'Su nombre y de qué le conocen: ayuda a responderle.',
      noteTooLong: (limit) => `Es demasiado largo. Caben ${limit} caracteres.`,
      submit: 'Pedir un enlace nuevo',
      sending: 'Un momento, se está transmitiendo su petición…',
      titleWithErrors: (title) => `Revise el formulario – ${title}`,
      throttled: (n) =>
        `Han llegado muchas peticiones desde su conexión, que quizá comparta con otras personas. Inténtelo de nuevo dentro de ${minutes(n)} o pregunte a las personas indicadas arriba.`,
    },
    own: {
      heading: 'Ya se ha registrado',
      reason: (when) => `Su cuenta se creó con este enlace el ${when}. Ya no hace falta.`,
      advice: 'Inicie sesión con el nombre de usuario y la contraseña que eligió entonces.',
      again: (when) =>
        `Con este enlace ya se creó aquí una cuenta el ${when}. Si es la suya, no necesita otra: inicie sesión.`,
    },
  },

  asked: {
    title: 'Su petición se ha transmitido',
    lead: 'Quienes se ocupan de las invitaciones ya pueden verla.',
    mailbox:
      'Si esta invitación se envió a la dirección que ha indicado, puede que ya vaya en camino un enlace nuevo: mire su correo en los próximos minutos, también la carpeta de correo no deseado.',
    others: 'Si no, alguien tiene que verla antes. Recibirá un correo cuando se le envíe un enlace nuevo.',
  },

  codeBox: {
    lost: 'No se ha perdido nada: su invitación sigue siendo válida. Esta página solo ha dejado de saber cuál es la suya, como ocurre al cabo de un tiempo, en otro navegador o sin cookies. Abra de nuevo el enlace de su invitación o péguelo aquí.',
    check: {
      complete: 'El código está completo.',
      completeLink: 'Es un enlace de invitación y está completo.',
      test: 'Es un código de prueba.',
      otherStart: 'Un código empieza por GLPI. Mire dónde comienza.',
      otherCharacter: (character) => `«${character}» no aparece en ningún código. Mírelo de nuevo.`,
      more: (n) => (n === 1 ? 'Falta 1 carácter.' : `Faltan ${n} caracteres.`),
      tooMany: (n) => (n === 1 ? 'Sobra 1 carácter.' : `Sobran ${n} caracteres.`),
      mistyped: 'Hay un error al escribirlo: quizá dos caracteres están cambiados o se parecen.',
    },
  },

  sending: {
    slow: 'Está tardando más de lo normal. Puede enviarlo otra vez: nada se hace dos veces.',
    offline:
      'En este momento no hay conexión. Lo que ha escrito se queda aquí: envíelo cuando vuelva a tener conexión.',
  },
}
