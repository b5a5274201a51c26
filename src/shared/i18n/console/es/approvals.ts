import type { ApprovalsMessages } from '../messages/approvals'

export const approvals: ApprovalsMessages = {
  title: 'Aprobaciones',
  lead: 'Estas personas han rellenado el formulario y no tienen cuenta hasta que alguien lo apruebe. Cada una recibe la decisión por correo.',
  leadReader:
    'Estas personas han rellenado el formulario y no tienen cuenta hasta que lo apruebe alguien con permiso para modificar usuarios.',
  none: 'Nadie espera aprobación.',
  caption: 'Registros pendientes de aprobación, primero los que caducan antes',
  columns: {
    select: 'Selección',
    person: 'Persona',
    address: 'Correo electrónico',
    key: 'Clave',
    asked: 'Registro',
    until: 'Espera hasta',
    state: 'Estado',
  },
  selectOf: (name) => `Seleccionar ${name}`,
  selectAll: 'Toda la página',
  chosen: 'Con los seleccionados',
  reviewSelected: 'Revisar los seleccionados',
  reviewOf: (name) => `Decidir sobre ${name}`,
  confirmed: 'confirmada',
  notConfirmed: 'sin confirmar',
  more: 'Los siguientes',
  newest: 'Volver a los primeros',
  reviewing: {
    title: (n) => (n === 1 ? 'Decidir sobre un registro' : `Decidir sobre ${n} registros`),
    login: 'Nombre de usuario',
    address: 'Correo electrónico',
    grant: 'Recibirá',
    key: 'Clave',
    asked: 'Registro',
    until: 'Espera hasta',
    accepted: (version, when) => `Versión «${version}», aceptada el ${when}`,
    nothing: 'No hay nada seleccionado. Elija primero registros en la lista.',
    gone: (n) =>
      n === 1
        ? 'Uno de ellos no existe o está fuera de su ámbito.'
        : `${n} de ellos no existen o están fuera de su ámbito.`,
    approvedBy: (name, by, when) => `${name}: aprobado por ${by}, ${when}`,
    rejectedBy: (name, by, when) => `${name}: rechazado por ${by}, ${when}`,
    over: (name) => `${name}: ya no está pendiente`,
    unknownPerson: 'una persona cuyos datos se borraron',
    system: 'la línea de comandos del servidor',
    cannot: 'Ahora no se puede aprobar',
    approve: (n) => (n === 1 ? 'Aprobar' : `Aprobar ${n} registros`),
    approving: 'Un momento, se están creando las cuentas…',
    approveHint: 'La cuenta se crea al instante y un correo lo anuncia.',
    approveSome: (can, cannot) =>
      `${can === 1 ? 'Un registro se puede' : `${can} registros se pueden`} aprobar ahora. ${cannot === 1 ? 'Otro no, y sigue pendiente.' : `Otros ${cannot} no, y siguen pendientes.`}`,
    rejectTitle: 'O rechazar',
    reason: 'Motivo',
    reasonHint: 'La persona lo lee en el correo. Sus datos se borran y su plaza en la clave queda libre.',
    reasonMissing: 'Indique el motivo: se le comunica a la persona.',
    reasonTooLong: (most) => `Es demasiado largo: ${most} caracteres como máximo.`,
    reject: (n) => (n === 1 ? 'Rechazar' : `Rechazar ${n} registros`),
    rejecting: 'Un momento…',
    back: 'Volver a la lista',
    readOnly:
      'Con su perfil puede ver los registros. Para aprobar y rechazar hace falta el permiso de actualizar usuarios.',
  },
  problems: {
    'not-waiting': 'Ya no espera ninguna decisión.',
    'login-taken':
      'Alguien en GLPI, u otro registro, tiene ahora este nombre de usuario. Dé otro nombre a esa cuenta, o rechace el registro y pida a la persona que elija otro.',
    'email-taken':
      'Una cuenta de GLPI tiene ahora esta dirección. Si es la misma persona, rechace el registro: ya tiene una cuenta.',
    'not-unique':
      'Una regla de unicidad de GLPI lo impide: ya hay alguien con el mismo nombre, número u otro de estos datos. Si es la misma persona, rechace el registro.',
    'key-paused': 'Su clave está en pausa. Reanúdela y apruebe después.',
    'redemption-stopped':
      'La parada de emergencia está activa y nadie puede registrarse. Desactívela y apruebe después.',
    issuer:
      'Quien responde de la clave ya no puede conceder esto. Transfiérala a alguien que pueda, por ejemplo a usted, y apruebe después.',
    approver:
      'Con el perfil y la entidad activos no puede conceder lo que concede esta clave. Cambie de perfil o deje que decida alguien que pueda.',
    grant:
      'Algo que concede la clave ya no está en GLPI o no se puede conceder. Corríjalo en GLPI, o rechace el registro y cree otra clave.',
    'account-dates': 'La cuenta ya habría terminado. Rechace el registro y cree otra clave.',
  },
  notices: {
    approved: (n) => (n === 1 ? 'Aprobado: la cuenta está lista.' : `Aprobados: ${n} cuentas están listas.`),
    rejected: (n) =>
      n === 1 ? 'Rechazado: se informa a la persona.' : `Rechazados: se informa a ${n} personas.`,
    decidedMeanwhile: (n) =>
      n === 1
        ? 'Otra persona ha decidido entretanto sobre uno.'
        : `Otra persona ha decidido entretanto sobre ${n}.`,
    refused: (n) =>
      n === 1
        ? 'Uno no se pudo aprobar y sigue pendiente.'
        : `${n} no se pudieron aprobar y siguen pendientes.`,
  },
  home: {
    heading: (n, written) =>
      n === 1 ? 'Un registro espera aprobación' : `${written} registros esperan aprobación`,
    hint: 'No hay cuenta hasta que alguien decida.',
    until: (day) => `espera hasta el ${day}`,
  },
  onKey: {
    title: 'Sin terminar',
    states: {
      'awaiting-confirmation': 'Debe confirmar la dirección',
      'awaiting-approval': 'Pendiente de aprobación',
    },
    fact: 'Aprobación',
    needed: 'Cada registro debe aprobarse',
  },
  making: {
    label: 'No hay cuenta hasta que alguien apruebe el registro',
    hint: 'Cada uno espera hasta 14 días a alguien con permiso para actualizar usuarios. Se le avisa por correo.',
  },
}
