import type { ApprovalMailMessages } from './approval-messages'

export const approvalMails: ApprovalMailMessages = {
  approvalWaiting: {
    subject: (instance) => `Su registro en ${instance} espera aprobación`,
    heading: 'Su registro está pendiente de aprobación',
    lead: (instance) =>
      `Gracias, tenemos todo lo que necesitamos. Una persona de ${instance} revisará su registro. Le escribiremos en cuanto se decida; hasta entonces no tiene que hacer nada.`,
    until: (until) => `Su plaza está reservada hasta el ${until}.`,
    why: (instance) =>
      `Recibe este mensaje porque alguien que tiene una invitación a ${instance} escribió su dirección en el formulario.`,
    ignore: 'Si no fue usted, avise al servicio de asistencia.',
  },
  notApproved: {
    subject: (instance) => `Sobre su registro en ${instance}`,
    heading: {
      rejected: 'Su registro no se ha aprobado',
      undecided: 'Nadie ha decidido a tiempo sobre su registro',
      revoked: 'Su invitación se ha retirado',
    },
    lead: (instance) => ({
      rejected: `Su registro en ${instance} no se ha aprobado, por lo que no se ha creado ninguna cuenta. Sus datos se han borrado, incluida la contraseña.`,
      undecided: `Su registro en ${instance} estaba pendiente de aprobación y el plazo ha terminado, por lo que no se ha creado ninguna cuenta. Sus datos se han borrado, incluida la contraseña.`,
      revoked: `La invitación a ${instance} con la que se registró se retiró antes de la aprobación, por lo que no se ha creado ninguna cuenta. Sus datos se han borrado, incluida la contraseña.`,
    }),
    reason: 'El motivo indicado:',
    next: 'Si todavía necesita una cuenta, consulte a la persona que le envió la invitación o al servicio de asistencia.',
    why: (instance) =>
      `Recibe este mensaje porque alguien se registró en ${instance} con su dirección y le pedimos que esperara.`,
    ignore: 'Si no fue usted, no tiene que hacer nada.',
  },
  approvalAsked: {
    subject: (n, instance) =>
      n === 1 ? `${instance}: un registro por aprobar` : `${instance}: ${n} registros por aprobar`,
    heading: (n) => (n === 1 ? 'Un registro espera aprobación' : `${n} registros esperan aprobación`),
    lead: (n) =>
      n === 1
        ? 'No habrá cuenta hasta que alguien apruebe este registro:'
        : 'No habrá cuentas hasta que alguien apruebe estos registros:',
    login: (login) => `Nombre de usuario: ${login}`,
    address: (address, isProven) => `${address} (${isProven ? 'confirmada' : 'sin confirmar'})`,
    key: (key) => `Clave: ${key}`,
    until: (until) => `Espera hasta el ${until}`,
    next: 'Apruebe solo a personas que conozca o sobre las que se haya informado. Cada una recibe la decisión por correo.',
    button: (n) => (n === 1 ? 'Ver el registro' : 'Ver los registros'),
    why: 'Recibe este mensaje porque responde de la clave utilizada o se ocupa de la asistencia.',
  },
  approvalReminder: {
    subject: (n, instance) =>
      n === 1 ? `${instance}: un registro sigue esperando` : `${instance}: ${n} registros siguen esperando`,
    heading: (n) => (n === 1 ? 'Un registro sigue esperando' : `${n} registros siguen esperando`),
    lead: (n) =>
      n === 1
        ? 'Nadie ha aprobado ni rechazado todavía este registro. Sin una decisión, caduca:'
        : 'Nadie ha aprobado ni rechazado todavía estos registros. Sin una decisión, caducan:',
  },
}
