import type { PrivacyMessages } from '../messages/privacy'

export const privacy: PrivacyMessages = {
  title: 'Privacidad',
  lead: 'Lo que se guarda aquí sobre alguien: para dárselo o para borrarlo. Lo que ya ha terminado se borra solo al cabo de un tiempo.',
  email: 'Dirección de correo',
  login: 'Nombre de usuario',
  whoHint: 'Basta con uno de los dos: lleva al otro.',
  lookUp: 'Buscar',
  sending: 'Buscando en todas partes…',
  nobodyNamed: 'Escriba una dirección o un nombre de usuario.',
  lapsed: 'De eso hace un rato. Vuelva a buscar a la persona.',
  result: 'Lo que se guarda',
  knownBy: 'Se conoce por',
  nothing: 'No se guarda nada sobre esta persona.',
  sections: {
    registrations: 'Registros',
    keys: 'Claves',
    mails: 'Correos',
    proofs: 'Enlaces enviados por correo',
    requests: 'Enlaces nuevos pedidos',
    imports: 'Listas importadas en las que figura',
    origins: 'Direcciones de red',
    texts: 'Textos que la nombran',
  },
  registered: (at) => `registro del ${at}`,
  waits: (at) => `en espera desde el ${at}`,
  from: (ip) => `desde ${ip}`,
  noLabel: 'Clave sin etiqueta',
  theirs: 'solo para esta persona',
  othersToo: 'también para otras',
  ofKey: 'a la clave',
  mailed: (at) => `en cola desde el ${at}`,
  more: (n) => `y ${n} más, que están en el archivo`,
  places: {
    'registration_keys.label': 'etiqueta de una clave',
    'registration_keys.revoked_reason': 'motivo de una revocación',
    'key_messages.message': 'mensaje a personas invitadas',
    'registration_details.reason': 'motivo del rechazo de un registro',
    'batches.label': 'etiqueta de claves creadas juntas',
    'presets.name': 'nombre de una plantilla',
    'presets.terms': 'texto de una plantilla',
    'outbox.facts': 'correo',
    'outbox.failure': 'fallo de un correo',
    'outbox_details.name': 'nombre en un correo',
    'link_requests.note': 'mensaje de una petición de enlace nuevo',
    'admin_sessions.data': 'sesión de la consola',
  },
  exportTitle: 'Entregarlo',
  exportLead:
    'Todo lo anterior en un archivo JSON, para la persona. En la auditoría consta que se exportaron datos de alguien, no de quién.',
  exportSubmit: 'Descargar',
  eraseTitle: 'Borrarlo',
  eraseLead:
    'Los nombres, las direcciones, los nombres de usuario y las direcciones de red desaparecen para siempre de todas nuestras tablas. Los contadores y la auditoría se conservan: solo contienen números.',
  revokes: (n, written) =>
    n === 1
      ? 'Una clave es solo para esta persona y todavía se puede usar. Se revocará.'
      : `${written} claves son solo para esta persona y todavía se pueden usar. Se revocarán.`,
  lookAt:
    'En las etiquetas de estas claves figura solo el apellido; quedan como están. Mire si se trata de esta persona:',
  shared: (n) =>
    `En GLPI hay ${n} cuentas con esta dirección, por lo que no se ha mirado ninguna. Si se refiere a una de ellas, búsquela por su nombre de usuario.`,
  inGlpi: (usersId, login) =>
    `GLPI conserva su cuenta n.º\u00a0${usersId} (${login}) con su historial. Bórrela allí: Administración > Usuarios > ${login} > Poner en la papelera y, después, Borrar permanentemente.`,
  retype: (asked) => `Para confirmar, escriba otra vez ${asked}`,
  retyped: 'No es lo mismo. No se ha borrado nada.',
  eraseSubmit: 'Borrar para siempre',
  erased: (n, written) =>
    n === 0
      ? 'Ya no se guardaba nada sobre esta persona.'
      : `Borrado: ${written} ${n === 1 ? 'entrada' : 'entradas'} de nuestras tablas.`,
}
