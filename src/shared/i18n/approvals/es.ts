import type { ApprovalMessages } from './messages'

export const approvals: ApprovalMessages = {
  approval: {
    title: 'Su registro está pendiente de aprobación',
    lead: (instance) =>
      `Tenemos todo lo que necesitamos. Una persona de ${instance} lo revisará y después se creará su cuenta.`,
    mail: 'En cuanto se decida, enviaremos un mensaje a',
    until: (until) =>
      `Su plaza está reservada hasta el ${until}. Si para entonces nadie ha decidido, también se lo diremos.`,
    close: 'No tiene que hacer nada más: puede cerrar esta página.',
    another: '¿Otra persona quiere registrarse en este dispositivo?',
    anotherLink: 'Rellenar el formulario para otra persona',
  },
  declined: {
    undecided: {
      heading: 'Nadie ha decidido a tiempo',
      reason:
        'Su registro estaba pendiente de aprobación y el plazo ha terminado. Sus datos se han borrado y no se ha creado ninguna cuenta.',
      advice:
        'Consulte a la persona que le envió la invitación o al servicio de asistencia. Si el enlace de su invitación aún funciona, puede volver a rellenar el formulario.',
    },
    rejected: {
      heading: 'Su registro no se ha aprobado',
      reason: 'Sus datos se han borrado y no se ha creado ninguna cuenta.',
      advice:
        'Si cree que es un error, consulte a la persona que le envió la invitación o al servicio de asistencia.',
    },
    because: (why) => `El motivo indicado: «${why}»`,
  },
}
