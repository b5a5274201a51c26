import { reasons } from '../../refusal-reasons/es'
import type { RequestsMessages } from '../messages/requests'

export const requests: RequestsMessages = {
  title: 'Peticiones de enlaces nuevos',
  lead: 'Personas cuyo enlace fue rechazado piden uno nuevo. Cada dirección puede pedirlo una vez por clave.',
  waiting: (n, written) =>
    n === 1 ? '1 persona pide un enlace nuevo' : `${written} personas piden un enlace nuevo`,
  reasons,
  empty: {
    heading: 'Nadie espera',
    advice:
      'Quien abre un enlace que ya no funciona puede pedir allí uno nuevo. La petición aparece entonces aquí.',
  },
  answeredTitle: 'Respondidas',
  columns: { address: 'Quién pide', key: 'Clave', asked: 'Pedido', state: 'Respuesta' },
  invited: 'Invitada',
  unproven: 'Sin comprobar',
  states: {
    asked: 'En espera',
    waiting: 'En espera',
    mailed: 'Enlace nuevo enviado automáticamente',
    granted: 'Enlace nuevo enviado',
    declined: 'Rechazada',
  },
  by: (who) => `por ${who}`,
  system: 'el sistema',
  gone: (id) => `usuario n.º ${id}`,
  more: 'Hay más: aparecerán cuando se responda a estas.',
  one: {
    title: (address) => `Enlace nuevo para ${address}`,
    facts: {
      address: 'Dirección',
      note: 'Mensaje',
      reason: 'Por qué se rechazó el enlace',
      key: 'Clave',
      asked: 'Pedido',
      answered: 'Respondida',
      given: 'Nueva invitación',
    },
    noNote: 'Ninguno',
    invited: 'La clave es para esta dirección: un enlace nuevo va solo allí.',
    unproven:
      'La clave no es para esta dirección, y nadie ha demostrado de quién es. Asegúrese de que conoce a esta persona: cualquiera que tenga el enlace antiguo puede haberla escrito.',
    reissueLead: (until) =>
      `La clave recibe un enlace nuevo y funciona hasta el ${until}; el enlace antiguo deja de servir. A partir de entonces usted responde de la clave.`,
    reissue: 'Enviar un enlace nuevo',
    invitationLead:
      'La persona recibe su propia invitación en las mismas condiciones: para una persona, solo para esta dirección y enviada a ella. Usted responde de ella.',
    invitation: 'Enviar una invitación propia',
    declineLead: 'No se escribe a nadie, y esta dirección no puede volver a pedirlo para esta clave.',
    decline: 'Rechazar',
    otherTitle: 'O bien',
    other: 'Abra la clave para renovarla para todos los que tienen su enlace, o para ver su historial.',
    sending: 'Un momento…',
    mayNot: 'Para responder necesita el permiso de crear o modificar usuarios.',
    back: 'Todas las peticiones',
  },
  notices: {
    granted: 'Un enlace nuevo va en camino.',
    queued: 'El correo con el enlace nuevo espera: todavía no hay servidor de correo configurado.',
    declined: 'La petición se ha rechazado.',
  },
  problems: {
    answered: 'Esta petición se respondió entretanto.',
    'not-yours':
      'Con su perfil y su entidad activos no podría crear esta clave, así que no puede dar un enlace nuevo de ella. Tiene que responder alguien que pueda conceder lo mismo, o cree una clave que usted pueda dar.',
    'account-past':
      'La cuenta que da esta clave terminaría en una fecha que ya pasó. Cree una clave nueva con otra fecha.',
    cannot: 'La clave ya no lo permite: mire su página o responda con una invitación propia.',
  },
}
