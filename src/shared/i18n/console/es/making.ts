import type { MakingMessages } from '../messages/making'
import { figuresIn } from '../../figures'

const figure = figuresIn('es')

const keys = (n: number) => (n === 1 ? '1 clave' : `${figure(n)} claves`)

export const making: MakingMessages = {
  title: 'Nueva clave',
  titleWithErrors: 'Revise: nueva clave',
  batchTitle: 'Muchas claves a la vez',
  batchTitleWithErrors: 'Revise: muchas claves a la vez',
  batchLead: 'Una clave propia para cada persona, válida para una cuenta.',
  errorSummary: 'Todavía no se ha creado nada. Revise:',
  errorLine: (label, message) => `${label}: ${message}`,
  nothingToGive: {
    heading: 'Aquí no puede conceder nada',
    text: 'Con su perfil activo, GLPI no le deja dar ningún perfil a nadie. Cambie a otro perfil o entidad, o consulte a la administración de GLPI.',
  },
  fields: {
    label: 'Etiqueta',
    people: 'Personas',
    count: 'O un número de claves',
    uses: 'Para cuántas personas',
    life: 'Cuánto tiempo funciona',
    until: 'Último día',
    profile: 'Perfil',
    entity: 'Entidad',
    starts: 'No antes de',
    groups: 'Grupos',
    title: 'Título',
    category: 'Categoría',
    location: 'Ubicación',
    addresses: 'Solo para estas direcciones de correo',
    send: 'Enviar la invitación por correo',
    domains: 'Solo para direcciones de estos dominios',
    account: 'Cuánto dura la cuenta',
    accountFrom: 'La cuenta empieza el',
    language: 'Idioma',
    fillFirstname: 'Nombre',
    fillRealname: 'Apellidos',
    fillEmail: 'Correo electrónico',
    fillLogin: 'Nombre de usuario',
    message: 'Su mensaje a las personas invitadas',
  },
  hints: {
    share:
      'Así, quien abra el enlace leerá el nombre de usted y sabrá a quién preguntar. El contacto del servicio de asistencia se indica en todo caso.',
    label: 'Le servirá para encontrarla. Figura en la tarjeta impresa.',
    batchLabel: 'Le servirá para encontrarlas, por ejemplo «Prácticas 2026».',
    people:
      'Una por línea: nombres, direcciones o ambas cosas, como en «Ada Lovelace <ada@example.org>». Las columnas de una hoja de cálculo se pueden pegar tal cual.',
    count: 'Si todavía no sabe para quién son.',
    uses: 'Cada una recibe una cuenta propia.',
    until: 'Funciona hasta el final de ese día.',
    workDays: 'Los días no laborables se saltan: la clave termina entonces el siguiente día laborable.',
    starts: 'Déjelo vacío si se puede usar de inmediato.',
    backOffice:
      'Un perfil de la interfaz estándar exige una clave para una sola persona con una sola dirección de correo, que se demuestra abriendo el enlace enviado.',
    addresses: 'Una por línea. Déjelo vacío si puede usarla cualquiera que tenga el enlace.',
    send: 'Cada dirección de arriba recibe el enlace por correo. Abrir el enlace enviado demuestra que la dirección es suya.',
    batchSend:
      'Quien tiene una dirección recibe su enlace por correo. Abrir el enlace enviado demuestra que la dirección es suya.',
    domains:
      'Uno por línea, por ejemplo example.org. *.example.org incluye todos sus subdominios. Si arriba hay direcciones, valen unas y otros.',
    account: 'Los días y los meses se cuentan desde el registro hasta el final del último día.',
    accountFrom:
      'Nadie puede iniciar sesión en GLPI antes de ese día. Déjelo vacío si se puede de inmediato.',
    language: 'El de los correos, el formulario y la cuenta.',
    fills: 'Ya figuran en el formulario. Lo que está bloqueado no lo pueden cambiar las personas invitadas.',
    message: 'Figura en el correo junto al enlace.',
  },
  timeZone: (zone) => `Las horas son las de ${zone}.`,
  usesAtMost: (n) => `Como máximo ${figure(n)}.`,
  lifeAtMost: (lastDay) => `A más tardar, el ${lastDay}.`,
  unlimitedUses: 'Cualquier número de personas',
  lives: {
    '1d': '1 día',
    '7d': '7 días',
    '30d': '30 días',
    date: 'Hasta un día concreto',
    never: 'Sin fin',
  },
  recursive: 'También en las entidades inferiores',
  accounts: {
    forGood: 'Sin fin',
    days: 'días',
    months: 'meses',
    after: 'después del registro',
    until: 'Hasta el final del',
    number: 'Número',
    date: 'Último día de la cuenta',
  },
  fills: { legend: 'Ya rellenado', lock: 'Bloqueado', lockOf: (field) => `Bloqueado: ${field}` },
  proofNeedsMail:
    'Aquí no hay ningún servidor de correo configurado (SMTP_URL): mientras no lo haya, nadie puede confirmar su dirección y no se crea ninguna cuenta.',
  anyLanguage: '– el de cada persona –',
  prove: 'No se crea la cuenta hasta que se confirma la dirección de correo',
  share: 'Decir quién invitó cuando el enlace ya no funcione',
  backOffice: (profile) => `${profile} (interfaz estándar)`,
  batchSend: 'Enviar las invitaciones por correo',
  bind: 'Quien tiene una dirección solo puede registrarse con ella',
  more: 'Más: inicio, grupos, ubicación, para quién, cuenta, idioma, mensaje',
  nothingChosen: '– sin elegir –',
  filter: 'Filtrar la lista',
  filterStatus: '{shown} de {all}',
  sentenceTitle: 'Lo que hará',
  sentence: {
    one: 'Una persona puede unirse a {entity} con el perfil {profile}{from}{until}.',
    many: 'Hasta {n} personas pueden unirse a {entity} con el perfil {profile}{from}{until}.',
    unlimited: 'Cualquier número de personas puede unirse a {entity} con el perfil {profile}{from}{until}.',
    each: 'Con cada clave, una persona puede unirse a {entity} con el perfil {profile}{from}{until}.',
    andBelow: '{entity} y a las entidades inferiores',
    from: ', desde el {start}',
    untilDay: ' hasta el {day} inclusive',
    never: ', sin fecha de fin',
    onlyAddress: 'Solo puede usarla {address}.',
    onlyAddresses: 'Solo pueden usarla {n} direcciones.',
    onlyDomains: 'Solo pueden usarla las direcciones de {domains}.',
    onlyBoth: 'Solo pueden usarla {who} y las direcciones de {domains}.',
    addresses: '{n} direcciones',
    accountDay: 'La cuenta termina {n} día después del registro.',
    accountDays: 'La cuenta termina {n} días después del registro.',
    accountMonth: 'La cuenta termina {n} mes después del registro.',
    accountMonths: 'La cuenta termina {n} meses después del registro.',
    accountUntil: 'La cuenta termina al final del {day}.',
  },
  submit: 'Crear la clave',
  sending: 'Un momento…',
  problems: {
    'label-required': () => 'Póngale una etiqueta para poder encontrarla.',
    'label-too-long': (limit) => `Es demasiado larga. Caben ${figure(limit)} caracteres.`,
    'people-required': () => 'Pegue al menos una persona o indique abajo un número de claves.',
    'people-none-good': () => 'Ninguna línea se puede usar tal como está. La tabla de abajo dice por qué.',
    'count-out-of-range': (limit) => `Indique un número entero de 1 a ${figure(limit)}.`,
    'uses-out-of-range': (limit) => `Indique un número entero de 1 a ${figure(limit)}.`,
    'life-missing': () => 'Elija cuánto tiempo funciona.',
    'life-too-long': (_, lastDay) =>
      `Aquí las claves no pueden funcionar tanto tiempo. El último día posible es el ${lastDay}; entonces la clave se podrá prolongar (MAX_LIFETIME).`,
    'unlimited-forbidden': () =>
      'Aquí no se permiten claves sin límite. Indique un número; quien gestiona el servidor puede permitirlas (ALLOW_UNLIMITED).',
    'never-forbidden': () =>
      'Aquí no se permiten claves sin fin. Elija un final; quien gestiona el servidor puede permitirlas (ALLOW_NEVER).',
    'keys-per-day': (left) =>
      `Hoy ${left === 0 ? 'ya no puede crear más claves' : `todavía puede crear ${keys(left)}`}. Cree el resto mañana o consulte a quien gestiona el servidor (KEYS_PER_DAY).`,
    pending: (left) =>
      `Tiene tantas claves que nadie ha usado todavía que ${left === 0 ? 'no hay sitio para más' : `solo hay sitio para ${left} más`}. Revoque las que ya no hagan falta o consulte a quien gestiona el servidor (PENDING_INVITATIONS).`,
    'life-not-allowed': () =>
      'Una clave sin límite debe tener un final, y tanto las claves sin límite como las claves sin fin exigen el permiso de cambiar la configuración de GLPI.',
    'until-required': () => 'Indique el último día, por ejemplo 2026-12-31.',
    'until-past': () => 'Ese día ya ha pasado. Elija uno posterior.',
    'starts-unreadable': () => 'Indique una fecha y una hora, por ejemplo 2026-12-31T18:00.',
    'starts-after-end': () => 'Terminaría antes de empezar. Elija un inicio anterior o un final posterior.',
    'choice-gone': () => 'Ya no puede conceder esto, o GLPI ya no lo tiene. Elija otra vez.',
    'addresses-invalid': (_, entries) => `Esto no parece una dirección de correo: ${entries}`,
    'addresses-too-many': (limit) =>
      `Caben ${figure(limit)} direcciones. Cree muchas claves a la vez o indique un dominio.`,
    'send-needs-address': () =>
      'No hay a quién enviarla: escriba direcciones y deje que solo ellas se registren con la clave.',
    'sending-limited': (_, entries) => entries,
    'domains-invalid': (_, entries) =>
      `Esto no es un dominio: ${entries}. Escriba example.org, o *.example.org para todos sus subdominios.`,
    'domains-too-many': (limit) => `Caben ${figure(limit)} dominios.`,
    'account-missing': () => 'Elija cuánto dura la cuenta.',
    'account-out-of-range': (limit) => `Indique un número entero de 1 a ${figure(limit)}.`,
    'account-date-required': () => 'Indique el último día de la cuenta, por ejemplo 2027-06-30.',
    'account-from-unreadable': () => 'Indique una fecha, por ejemplo 2027-09-01.',
    'account-past': () => 'La cuenta terminaría antes de que nadie pudiera usarla. Elija un final posterior.',
    'account-too-late': () =>
      'GLPI no puede guardar fechas posteriores al 18 de enero de 2038. Elija un final anterior.',
    'too-long': (limit) => `Es demasiado largo. Caben ${figure(limit)} caracteres.`,
    'login-characters': () =>
      "Un nombre de usuario solo tiene letras, cifras, espacios y los caracteres . - _ @ ', o es una dirección de correo.",
    'name-characters': () => 'Un nombre no puede contener una dirección web ni un carácter invisible.',
    'email-invalid': () => 'Esto no parece una dirección de correo.',
    'login-taken': () => 'Alguien ya tiene en GLPI este nombre de usuario.',
    'lock-one-person': () =>
      'Solo puede tenerlo una persona: cree la clave para una persona o no lo bloquee.',
    'email-not-for-key': () =>
      'La clave no es para esta dirección: mire las direcciones y los dominios de arriba.',
    'back-office-uses': () =>
      'Este perfil abre la interfaz estándar de GLPI, por eso la clave es para una sola persona.',
    'back-office-address': () =>
      'Este perfil abre la interfaz estándar de GLPI. Indique la única dirección de correo que podrá registrarse con la clave.',
    'back-office-people': () =>
      'Este perfil abre la interfaz estándar de GLPI. Cada persona necesita una dirección de correo, y cada clave debe ser solo para esa dirección.',
  },
  preview: {
    title: 'Revise antes de crearlas',
    submit: 'Continuar',
    back: 'Cambiar algo',
    line: 'Línea',
    name: 'Nombre',
    address: 'Dirección',
    remark: 'Observación',
    good: 'Bien',
    summary: (good, bad) => {
      const made = `Se ${good === 1 ? 'creará' : 'crearán'} ${keys(good)}.`
      if (bad === 0) return made
      return `${made} Se ${bad === 1 ? 'omite 1 línea' : `omiten ${bad} líneas`}.`
    },
    make: (n) => `Crear ${keys(n)}`,
    send: (n) =>
      n === 1 ? 'Una persona recibe su enlace por correo.' : `${n} personas reciben su enlace por correo.`,
    anybody: 'cualquiera que tenga el enlace',
    problems: {
      'address-invalid': 'Omitida: esto no parece una dirección de correo.',
      'address-twice': 'Omitida: esta dirección ya figura más arriba.',
      'addresses-several': 'Omitida: hay más de una dirección. Deje una.',
      'label-too-long': 'Omitida: este nombre es demasiado largo.',
      'too-many': 'Omitida: se pueden crear 1000 claves a la vez. Cree otro lote.',
    },
  },
  made: {
    title: 'La clave está creada',
    batchTitle: (n) => (n === 1 ? '1 clave creada' : `${n} claves creadas`),
    link: 'Enlace de invitación',
    code: 'Código para escribir a mano:',
    copy: 'Copiar el enlace',
    copied: 'Copiado. El enlace está en el portapapeles.',
    copyFailed: 'No se ha podido copiar. Seleccione el texto y cópielo usted.',
    qr: 'Para la cámara de un teléfono',
    qrAlt: 'Código QR del enlace de invitación',
    print: 'Imprimir una tarjeta',
    shownOnce:
      'Esto se muestra solo esta vez: el sellado está desactivado, por lo que el enlace no se podrá volver a mostrar. Cópielo o imprímalo ahora.',
    again: 'El enlace se puede volver a mostrar más tarde en la página de la clave.',
    toKey: 'Ver la clave',
    another: 'Crear otra igual',
    anotherBatch: 'Crear más',
    toKeys: 'Ver estas claves',
    showLinks: 'Mostrar los enlaces y las tarjetas',
    sentBefore:
      'Este formulario ya se había enviado. Esto es lo que creó entonces; no se ha creado nada más.',
    copyAll: 'Copiar todo',
    copiedAll: (n) => (n === 1 ? 'Copiado: 1 línea.' : `Copiado: ${n} líneas.`),
    csv: 'Descargar en CSV',
    printCards: 'Imprimir las tarjetas',
    forWhom: 'Para',
    proof: (address) =>
      `Lo mejor es enviarla por correo desde aquí: abrir el enlace enviado demuestra la dirección${address === undefined ? '' : ` ${address}`}. Con un enlace copiado o un código escrito a mano, la persona recibe antes un correo con un enlace para confirmarla, y solo después se crea la cuenta.`,
    cardTitle: (instance) => `Su invitación para ${instance}`,
    cardHow: 'Escanee el código con su teléfono o abra esta dirección:',
    cardCode: 'y escriba en ella este código:',
    cardUntil: (end) => `Funciona hasta el ${end}.`,
    columns: { label: 'Nombre', address: 'Dirección', link: 'Enlace', code: 'Código', until: 'Hasta' },
  },
}
