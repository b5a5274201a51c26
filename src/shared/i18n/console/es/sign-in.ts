import type { SignInMessages } from '../messages/sign-in'

export const signIn: SignInMessages = {
  title: 'Iniciar sesión',
  lead: (instanceName) =>
    `Invitaciones para ${instanceName}. Inicie sesión con su nombre de usuario y su contraseña de GLPI.`,
  login: 'Nombre de usuario',
  password: 'Contraseña',
  submit: 'Iniciar sesión',
  as: (user) => `Iniciar sesión otra vez como ${user}`,
  sending: 'Un momento…',
  failed: 'El nombre de usuario o la contraseña no es correcto. Escriba los dos otra vez.',
  refusals: {
    'no-account':
      'El inicio de sesión único de su organización ha dado un nombre para el que GLPI no tiene ninguna cuenta, o tiene más de una. Pida a la administración de GLPI que revise los nombres de usuario.',
    inactive: 'Su cuenta de GLPI no está activa. Pida a la administración de GLPI que la active.',
    'outside-dates':
      'Su cuenta de GLPI no es válida hoy. Pida a la administración de GLPI que revise sus fechas de validez.',
    'password-expired': 'Su contraseña ha caducado. Inicie sesión en GLPI, elija una nueva y vuelva aquí.',
    'two-factor':
      'GLPI le pide un segundo factor, que aquí no se puede comprobar. Use el inicio de sesión único de su organización, o pida a quien gestiona este servidor un enlace a la consola (glpi-invite console-link).',
    'grants-missing':
      'Este servidor no puede ver si GLPI pide un segundo factor, por lo que nadie puede iniciar sesión con contraseña. Quien lo gestiona debe aplicar lo que muestra «glpi-invite db grants».',
    'no-authorisation':
      'Su cuenta de GLPI no tiene ningún perfil en ninguna entidad. Pida uno a la administración de GLPI.',
    'no-right':
      'Ninguno de sus perfiles de GLPI puede leer usuarios, que es lo que exigen las claves. Pida ese permiso a la administración de GLPI.',
  },
  throttled: (minutes) =>
    `Han fallado demasiados intentos. Espere ${minutes === 1 ? '1 minuto' : `${minutes} minutos`} y vuelva a intentarlo.`,
  hint: 'Si inicia sesión en GLPI con una cuenta de un directorio o con un segundo factor, use el inicio de sesión único de su organización, o pida a quien gestiona este servidor un enlace a la consola.',
  link: {
    title: 'Iniciar sesión con este enlace',
    lead: 'Este enlace se creó para usted en el servidor. Permite iniciar sesión una vez.',
    submit: 'Iniciar sesión',
    spent:
      'Este enlace ya se ha usado o tiene más de cinco minutos. Pida uno nuevo: «glpi-invite console-link» lo crea en el servidor.',
    instead: 'Iniciar sesión con contraseña',
  },
}
