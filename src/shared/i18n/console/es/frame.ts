import type { FrameMessages } from '../messages/frame'

const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

export const frame: FrameMessages = {
  brand: 'Invitaciones',
  skipToContent: 'Saltar al contenido',
  menu: 'Menú',
  nav: {
    home: 'Inicio',
    keys: 'Claves',
    newKey: 'Nueva clave',
    batch: 'Muchas a la vez',
    presets: 'Plantillas',
    requests: 'Peticiones',
    audit: 'Auditoría',
    tokens: 'Tokens de API',
    status: 'Estado',
    webhooks: 'Webhooks',
    privacy: 'Privacidad',
    killSwitch: 'Parada de emergencia',
  },
  actingAs: (profile, entity) => `${profile} en ${entity}`,
  switchTitle: 'Perfil y entidad',
  switchLabel: 'Actuar como',
  switchSubmit: 'Cambiar',
  andBelow: 'y las inferiores',
  signOut: 'Cerrar sesión',
  signOutEverywhere: 'Cerrar sesión en todas partes',
  toGlpi: 'Abrir GLPI',
  stopped: (since) =>
    `La parada de emergencia está activa desde el ${since}: nadie puede registrarse y no se gasta ninguna plaza.`,
  stoppedLink: 'Ver la parada de emergencia',
  reference: 'Si pide ayuda, indique esta referencia:',
  notices: {
    signedOut: 'Ha cerrado la sesión.',
    signedOutEverywhere: 'Ha cerrado la sesión aquí y en todas partes.',
    switched:
      'Ha cambiado. Las listas y los formularios muestran ahora lo que permiten este perfil y esta entidad.',
  },
  errors: {
    notFound: {
      heading: 'No hay nada en esta dirección',
      reason: 'Lo que busca no existe o está en una entidad que ahora mismo no está a su cargo.',
      advice: 'Revise la dirección, cambie a otro perfil o entidad, o vuelva a la lista de claves.',
    },
    formUnreadable: {
      heading: 'No se ha podido usar el formulario',
      reason: 'Es anterior a su último inicio de sesión o no ha llegado completo. No se ha cambiado nada.',
      advice: 'Vuelva atrás, recargue la página y envíe otra vez el formulario.',
    },
    internal: {
      heading: 'Algo ha fallado por nuestra parte',
      reason: 'No se debe a usted. Hemos guardado constancia de lo ocurrido.',
      advice:
        'Vuelva a intentarlo dentro de unos minutos. Si se repite, busque la referencia en el registro del servidor.',
    },
    unavailable: {
      heading: 'Ahora mismo no es posible',
      reason: 'La base de datos o GLPI no está disponible. No se ha cambiado nada.',
      advice:
        'Vuelva a intentarlo dentro de unos minutos. «glpi-invite doctor», en el servidor, dice qué ocurre.',
    },
    policy: {
      heading: 'Es más de lo que aquí se permite',
      reason:
        'La configuración del servidor limita para cuántas personas puede ser una clave, cuánto tiempo funciona y cuántas claves puede tener una persona. No se ha cambiado nada.',
      advice:
        'Vuelva atrás y pida menos, o pida a quien gestiona el servidor que suba el límite (MAX_USES, MAX_LIFETIME, KEYS_PER_DAY, PENDING_INVITATIONS, ALLOW_UNLIMITED, ALLOW_NEVER).',
    },
    input: {
      heading: 'Esto no se puede hacer',
      reason: 'Hay algo en la solicitud que no es admisible. No se ha cambiado nada.',
      advice: 'Vuelva atrás, corríjalo e inténtelo otra vez.',
    },
  },
  notAllowed: {
    heading: 'Su perfil no lo permite',
    reason: 'Lo que puede hacer aquí depende de los permisos de su perfil activo en GLPI.',
    advice: 'Cambie a otro perfil o entidad, o pida el permiso a la administración de GLPI.',
    missing: {
      'see-keys': 'Hace falta el permiso de leer usuarios.',
      'create-keys': 'Hace falta el permiso de crear usuarios.',
      'update-keys': 'Hace falta el permiso de actualizar usuarios.',
      configure: 'Hace falta el permiso de actualizar la configuración de GLPI.',
    },
  },
  time: {
    never: 'nunca',
    over: 'terminado',
    days: (n) => plural(n, 'día', 'días'),
    hours: (n) => plural(n, 'hora', 'horas'),
    minutes: (n) => plural(n, 'minuto', 'minutos'),
  },
}
