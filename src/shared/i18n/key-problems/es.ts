import type { KeyProblemWords } from './messages'

export const es: KeyProblemWords = {
  'grant-refused': {
    short: 'Concede lo que GLPI ya no tiene',
    reason: 'Lo que concede esta clave ya no está en GLPI, o ya no se puede dar con una clave.',
    mend: 'Cree una clave nueva con lo que hay ahora y revoque esta.',
  },
  'issuer-gone': {
    short: 'Ya nadie responde de ella',
    reason: 'Quien responde de esta clave ya no puede iniciar sesión en GLPI.',
    mend: 'Prolongue la clave para responder usted de ella, transfiérala a otra persona o revóquela.',
  },
  'issuer-refused': {
    short: 'Su emisor ya no puede concederlo',
    reason: 'Quien responde de esta clave ya no puede dar en GLPI lo que ella concede.',
    mend: 'Prolongue la clave para responder usted de ella, transfiérala a alguien que tenga la autorización o revóquela.',
  },
  'nobody-left': {
    short: 'Ya no es para nadie',
    reason:
      'Esta clave era para determinadas direcciones, que se han olvidado o borrado: nadie puede usarla.',
    mend: 'Indique en la página de la clave para quién es, o revóquela.',
  },
  'account-ended': {
    short: 'Sus cuentas ya habrían caducado',
    reason:
      'Las cuentas creadas con esta clave terminan en una fecha que ya ha pasado: nadie puede registrarse con ella.',
    mend: 'Elija en la página de la clave cuánto dura la cuenta, o revóquela.',
  },
  'address-dropped': {
    short: 'Su enlace ya no funciona aquí',
    reason:
      'El enlace de esta clave lleva una dirección de la que este servicio de asistencia ya no responde.',
    mend: 'Cree un enlace nuevo para la clave y envíelo, o haga que se vuelva a poner la dirección anterior en PREVIOUS_PUBLIC_URLS.',
  },
  'address-replaced': {
    short: 'Su enlace lleva la dirección anterior',
    reason:
      'El enlace de esta clave lleva una dirección anterior de este servicio de asistencia. Todavía funciona.',
    mend: 'Cree un enlace nuevo para la clave y envíelo antes de que se abandone la dirección anterior.',
  },
}
