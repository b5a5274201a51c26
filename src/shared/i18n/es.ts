import { approvals } from './approvals/es'
import { ends } from './ends/es'
import { form } from './form/es'
import { holds } from './holds/es'
import { limits } from './limits/es'
import type { Messages } from './messages'
import { page } from './page/es'

const stillGood = 'No se pierde nada: su invitación sigue siendo válida.'
const tryInMinutes =
  'Vuelva a intentarlo dentro de unos minutos. Si en una hora no ha cambiado nada, consulte a la persona que le envió la invitación o al servicio de asistencia.'

export const es: Messages = {
  ...ends,
  ...holds,
  ...approvals,
  ...limits,
  ...form,
  ...page,

  layout: {
    brand: 'Su cuenta de asistencia',
    reference: 'Si pide ayuda, indique esta referencia:',
    help: '¿No sabe qué escribir? Pregunte a la persona que le envió la invitación o al servicio de asistencia.',
  },

  register: {
    title: 'Cree su cuenta',
    titleWithErrors: 'Revise el formulario – Cree su cuenta',
    lead: (instanceName) =>
      `Tiene una invitación para ${instanceName}, donde podrá pedir ayuda y seguir sus solicitudes. Le llevará unos dos minutos.`,
    allRequired: 'Rellene todos los campos.',
    errorSummary: 'Ya casi está: revise estos puntos',
    errorLine: (label, message) => `${label}: ${message}`,
    fields: {
      firstname: 'Nombre',
      realname: 'Apellidos',
      email: 'Correo electrónico',
      login: 'Nombre de usuario',
      password: 'Contraseña',
    },
    loginHint: 'El nombre con el que iniciará sesión, por ejemplo ana.garcia',
    emailHint: 'Ahí recibirá las respuestas a sus solicitudes.',
    emailLocked: 'Su invitación es para esta dirección, por eso no se puede cambiar aquí.',
    emailEndings: (endings) => `Su invitación es para direcciones que terminan en ${endings}.`,
    locked: 'Este dato ya está rellenado. Si no es correcto, avise a la persona que le envió la invitación.',
    show: 'Mostrar',
    hide: 'Ocultar',
    showWhat: 'la contraseña',
    passwordShown: 'Ahora la contraseña está a la vista.',
    passwordHidden: 'La contraseña vuelve a estar oculta.',
    submit: 'Crear mi cuenta',
    sending: 'Un momento, estamos creando su cuenta…',
  },

  done: {
    title: 'Su cuenta está lista',
    lead: 'Ya puede iniciar sesión. Esto es lo que necesita:',
    login: 'Su nombre de usuario',
    password: 'Su contraseña',
    passwordNote: 'La que acaba de elegir. Nadie más la conoce y no se envía por correo.',
    address: 'Dónde iniciar sesión',
    signIn: 'Iniciar sesión',
  },

  code: {
    title: 'Introduzca su código de invitación',
    lead: 'Lo más fácil es abrir el enlace de su invitación. Si solo tiene el código, escríbalo o péguelo aquí.',
    label: 'Código de invitación',
    hint: 'Empieza por GLPI, seguido de siete grupos de cinco letras y cifras. Las mayúsculas, los espacios y los guiones no importan.',
    empty: 'Escriba o pegue el código de su invitación.',
    submit: 'Continuar',
    sending: 'Un momento, estamos comprobando el código…',
    enterHere: 'Introduzca aquí el código',
  },

  refusals: {
    KEY_MALFORMED: {
      heading: 'Este código no es del todo correcto',
      reason:
        'Faltan caracteres o algunos son distintos. Pasa con facilidad al copiar un código a mano o cuando un enlace queda cortado en dos.',
      advice:
        'Compare el código con su invitación y vuelva a introducirlo, o abra directamente el enlace de la invitación. Si sigue sin funcionar, pida a la persona que le envió la invitación que se la mande otra vez.',
    },
    KEY_UNKNOWN: {
      heading: 'No hay ninguna invitación con este código',
      reason:
        'El código tiene la forma correcta, pero aquí no le corresponde ninguna invitación. Quizá se haya sustituido por otro más reciente.',
      advice: 'Busque un mensaje más reciente de la persona que le envió la invitación, o pídale una nueva.',
    },
    KEY_OF_OTHER_INSTANCE: {
      heading: 'Esta invitación es para otro servicio de asistencia',
      reason: 'El código está bien, pero se hizo para una dirección distinta de esta.',
      advice:
        'Abra el enlace de su invitación en lugar de introducir aquí el código. Si vuelve a llegar a esta página, pregunte a la persona que le envió la invitación adónde debe ir.',
    },
    KEY_OF_TEST_INSTANCE: {
      heading: 'Esta es una invitación de prueba',
      reason: 'Se hizo para hacer ensayos y no permite crear una cuenta de verdad.',
      advice: 'Pida una invitación de verdad a la persona que se la envió.',
    },
    KEY_REVOKED: {
      heading: 'Esta invitación se ha retirado',
      reason: 'Se anuló después de enviarla, por lo que ya no permite crear ninguna cuenta.',
      advice: 'Pida una nueva a la persona que le envió la invitación o consulte al servicio de asistencia.',
    },
    KEY_PAUSED: {
      heading: 'Esta invitación está en pausa',
      reason: 'Está en pausa por ahora, pero no se ha anulado.',
      advice:
        'Guarde el enlace y vuelva a intentarlo más tarde. Si necesita la cuenta hoy, consulte a la persona que le envió la invitación o al servicio de asistencia.',
    },
    KEY_NOT_YET_VALID: {
      heading: 'Esta invitación aún no se puede usar',
      reason: 'Empieza a ser válida en una fecha posterior.',
      advice:
        'Guarde el enlace y vuelva a abrirlo en la fecha que indica su invitación. Si no aparece ninguna fecha, pregunte a la persona que se la envió.',
    },
    KEY_EXPIRED: {
      heading: 'Esta invitación ha caducado',
      reason: 'Se podía usar hasta una fecha determinada, y esa fecha ya ha pasado.',
      advice: 'Pida una nueva a la persona que le envió la invitación. Solo le llevará un momento.',
    },
    KEY_REISSUED: {
      heading: 'Este enlace se ha sustituido',
      reason: 'La invitación tiene un enlace nuevo y este ha dejado de funcionar.',
      advice: 'Pida el enlace nuevo a la persona que le invitó, o busque un mensaje más reciente de ella.',
    },
    KEY_USED_UP: {
      heading: 'Esta invitación ya se ha utilizado',
      reason: 'Servía para un número determinado de cuentas, y ya se han creado todas.',
      advice:
        'Si una de ellas es la suya, solo tiene que iniciar sesión. Si no, pida una invitación nueva a la persona que se la envió.',
    },
    KEY_HELD_UP: {
      heading: 'Por ahora todas las plazas están ocupadas',
      reason:
        'Otras personas han empezado a crear una cuenta con esta invitación y aún no han terminado. Las plazas que no se usan vuelven a quedar libres.',
      advice:
        'Guarde el enlace y vuelva a intentarlo más tarde. Si necesita la cuenta hoy, consulte a la persona que le envió la invitación.',
    },
    KEY_ISSUER_REFUSED: {
      heading: 'Esta invitación ya no se puede usar',
      reason: 'La persona de la que procede ya no envía invitaciones a este servicio de asistencia.',
      advice: 'Pida una invitación nueva al servicio de asistencia o a otra persona de la organización.',
    },
    KEY_GRANT_REFUSED: {
      heading: 'Esta invitación debe renovarse',
      reason: 'Aquello a lo que daba acceso ha cambiado desde que se envió.',
      advice:
        'Pida una nueva a la persona que le envió la invitación e indíquele la referencia de esta página.',
    },
    ACCOUNT_END_PAST: {
      heading: 'Esta invitación ha caducado',
      reason: 'Era para una cuenta hasta una fecha determinada, y esa fecha ya ha pasado.',
      advice: 'Pida una nueva a la persona que le envió la invitación. Solo le llevará un momento.',
    },
    ACCOUNT_END_TOO_LATE: {
      heading: 'Esta invitación debe renovarse',
      reason:
        'Es para una cuenta que terminaría después del 19 de enero de 2038, una fecha que el servicio de asistencia no puede guardar.',
      advice:
        'Pida a la persona que le envió la invitación una nueva con un final anterior, e indíquele la referencia de esta página.',
    },
    REDEMPTION_STOPPED: {
      heading: 'Por ahora no se crean cuentas nuevas',
      reason: `El servicio de asistencia no está creando cuentas nuevas en este momento. ${stillGood}`,
      advice: tryInMinutes,
    },
    GLPI_MAINTENANCE: {
      heading: 'El servicio de asistencia está en mantenimiento',
      reason: `Se está trabajando en él y volverá pronto. ${stillGood}`,
      advice: tryInMinutes,
    },
    GLPI_CHANGED: {
      heading: 'El servicio de asistencia se acaba de actualizar',
      reason: `Las cuentas nuevas deben esperar a que se compruebe la actualización. ${stillGood}`,
      advice: tryInMinutes,
    },
    SERVER_BUSY: {
      heading: 'Mucha gente se está registrando ahora mismo',
      reason: `En este momento no había sitio para su solicitud. ${stillGood}`,
      advice: tryInMinutes,
    },
  },

  problems: {
    required: () => 'Rellene este campo.',
    'too-long': (limit) => `Es demasiado largo. Caben ${limit} caracteres.`,
    'login-characters': () =>
      "Use letras y cifras; también valen el espacio y los caracteres . - _ @ y '. Una dirección de correo también sirve.",
    'login-taken': () =>
      'Alguien ya tiene este nombre de usuario. Elija otro, por ejemplo con una cifra al final.',
    'locked-login-taken': () =>
      'Alguien ya tiene este nombre de usuario, y su invitación lo fija. Pida una nueva a la persona que se la envió.',
    'name-characters': () =>
      'Un nombre no puede contener una dirección web ni un carácter invisible. Escríbalo de nuevo.',
    'email-invalid': () => 'Esto no parece una dirección de correo. Un ejemplo: ana.garcia@example.org',
    'email-taken': () =>
      'Ya existe una cuenta con esta dirección. Si es la suya, puede iniciar sesión; si no, use otra dirección o consulte al servicio de asistencia.',
    'email-held': () =>
      'Alguien se está registrando con esta dirección y aún no la ha confirmado. Si es usted, abra el enlace del mensaje que le enviamos.',
    'email-not-invited': () =>
      'Esta invitación es para otra dirección. Use aquella a la que se envió, o pregunte a la persona que la envió.',
    'email-not-in-domains': (_, endings) =>
      `Esta invitación es para direcciones que terminan en ${endings}. Use una de ellas, o pregunte a la persona que la envió.`,
    'not-unique': () =>
      'Alguien ya tiene una cuenta con estos datos. Si es la suya, puede iniciar sesión; si no, consulte al servicio de asistencia.',
    'password-too-short': (limit) => `Es demasiado corta. Use al menos ${limit} caracteres.`,
    'password-too-long': (limit) => `Es demasiado larga. Use como máximo ${limit} caracteres.`,
    'password-too-many-bytes': (limit) =>
      `Es demasiado larga. Caben ${limit} letras sin acento y cifras; las letras con acento y la ñ cuentan por dos, los emojis por cuatro.`,
    'password-zero-byte': () =>
      'Contiene un carácter invisible que no se puede usar. Escriba la contraseña de nuevo.',
    'password-weak': () =>
      'Es fácil de adivinar. Alárguela, por ejemplo con cuatro palabras que no tengan relación entre ellas ni con usted.',
    'password-common': () =>
      'Es una de las contraseñas que se prueban primero. Elija una que no se le ocurriría a nadie más.',
    'password-needs-number': () => 'Añada al menos una cifra.',
    'password-needs-lowercase': () => 'Añada al menos una minúscula.',
    'password-needs-uppercase': () => 'Añada al menos una mayúscula.',
    'password-needs-symbol': () => 'Añada al menos un símbolo, como ! o %.',
    'password-wrong': () => 'No es la contraseña elegida en el formulario. Escríbala de nuevo.',
  },

  passwordHints: {
    length: (min) => `Al menos ${min} caracteres.`,
    maxBytes: (max) =>
      `Como máximo ${max} letras sin acento y cifras; las letras con acento y la ñ cuentan por dos, los emojis por cuatro.`,
    number: 'Al menos una cifra.',
    lowercase: 'Al menos una minúscula.',
    uppercase: 'Al menos una mayúscula.',
    symbol: 'Al menos un símbolo, como ! o %.',
    strength:
      'Difícil de adivinar: van bien cuatro palabras que no tengan relación entre ellas ni con usted.',
  },

  errors: {
    notFound: {
      heading: 'No hay nada en esta dirección',
      reason: 'Quizá falte una parte de la dirección o la página se haya movido.',
      advice:
        'Vuelva a abrir el enlace de su invitación. Si no sirve, pregunte a la persona que se la envió.',
    },
    internal: {
      heading: 'Algo ha fallado por nuestra parte',
      reason: 'No se debe a usted. Hemos guardado constancia de lo ocurrido.',
      advice:
        'Vuelva a abrir el enlace de su invitación dentro de unos minutos. Si se repite, avise al servicio de asistencia e indique la referencia de abajo.',
    },
    formUnreadable: {
      heading: 'El formulario no ha llegado completo',
      reason:
        'Quizá haya estado abierto mucho tiempo o se haya cortado la conexión. No se ha creado ninguna cuenta.',
      advice:
        'Vuelva a abrir el enlace de su invitación y rellene el formulario otra vez. Si no sirve, consulte al servicio de asistencia.',
    },
    confirmationUnknown: {
      heading: 'Este enlace no funciona',
      reason:
        'Quizá falte una parte, la página haya estado abierta mucho tiempo o la dirección se haya corregido después de enviar el mensaje.',
      advice:
        'Vuelva a abrir el enlace de nuestro mensaje más reciente. Si no sirve, abra de nuevo el enlace de su invitación o consulte al servicio de asistencia.',
    },
  },
}
