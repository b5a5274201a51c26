import type { ChangingMessages } from '../messages/changing'

export const changing: ChangingMessages = {
  open: 'Cambiar destinatarios y contenido',
  title: (key) => `Cambiar ${key}`,
  titleWithErrors: (key) => `Cambiar ${key}: corrija`,
  lead: 'El enlace sigue siendo el mismo. Las cuentas ya creadas con la clave se quedan como están.',
  narrowOnly:
    'Puede restringir los destinatarios y cambiar el idioma y el mensaje. Para que la clave llegue más lejos tendría que poder crear esta misma clave.',
  forgotten:
    'Las direcciones para las que era esta clave se han borrado: ya nadie puede usarla. Indique para quién es a partir de ahora.',
  errorSummary: 'No se ha cambiado nada. Compruebe:',
  submit: 'Guardar',
  meanwhile:
    'Alguien ha cambiado la clave desde que abrió este formulario. Así está ahora; no se ha guardado nada de lo que escribió.',
  notYours:
    'La clave llegaría más lejos que antes, y con su perfil y su entidad activos no podría crear una clave así.',
  changed: (parts) => `cambiado: ${parts}`,
  parts: {
    addresses: 'direcciones',
    domains: 'dominios',
    accountValidity: 'duración de la cuenta',
    language: 'idioma',
    fields: 'valores del formulario',
    form: 'campos del formulario',
    needsProof: 'prueba de la dirección',
    message: 'mensaje',
    sharesInviter: 'mención de quien invita',
    needsApproval: 'aprobación',
  },
}
