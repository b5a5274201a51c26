import type { TransferMessages } from '../messages/transfer'

const keys = (n: number, written: string) => (n === 1 ? 'una clave' : `${written} claves`)

const why = {
  'not-theirs-to-give': 'GLPI no permitiría a esa persona dar lo que conceden',
  'grant-gone': 'GLPI ya no tiene lo que conceden',
  unbounded: 'no tienen límite o no tienen fin, y esa persona no puede actualizar la configuración de GLPI',
}
const whyOne = {
  'not-theirs-to-give': 'GLPI no permitiría a esa persona dar lo que concede',
  'grant-gone': 'GLPI ya no tiene lo que concede',
  unbounded: 'no tiene límite o no tiene fin, y esa persona no puede actualizar la configuración de GLPI',
}

export const transfer: TransferMessages = {
  selected: 'Transferir las seleccionadas',
  all: 'Transferir todas las que coinciden',
  one: 'Transferir a otra persona',
  title: 'Transferir claves',
  lead: 'Desde ese momento otra persona responde de estas claves. Los enlaces siguen siendo los mismos.',
  nothingSelected: 'Marque primero las claves que quiere transferir.',
  login: 'Nombre de usuario de la persona que las recibe',
  loginHint: 'Alguien de la administración de GLPI que podría crear estas claves.',
  look: 'Ver qué se transferiría',
  goes: (n, written, login) =>
    n === 0
      ? `No se transferirá ninguna clave a ${login}.`
      : `Se ${n === 1 ? 'transferirá' : 'transferirán'} ${keys(n, written)} a ${login}.`,
  stays: (n, written, obstacle) =>
    n === 1 ? `Se queda una clave: ${whyOne[obstacle]}.` : `Se quedan ${written} claves: ${why[obstacle]}.`,
  theirsAlready: 'Las claves revocadas se quedan, igual que las que ya son de esa persona.',
  confirm: (n, written) => `Transferir ${keys(n, written)}`,
  cancel: 'Cancelar',
  sending: 'Transfiriendo…',
  problems: {
    missing: 'Escriba un nombre de usuario.',
    unknown: 'En GLPI no hay nadie con ese nombre de usuario.',
    several: 'En GLPI hay varias personas con ese nombre de usuario.',
    'no-maker': 'Esa persona no tiene en GLPI ningún perfil con el que se creen claves.',
  },
  done: (n, written, login) =>
    n === 0
      ? `No se ha transferido ninguna clave a ${login}.`
      : `Se ${n === 1 ? 'ha transferido' : 'han transferido'} ${keys(n, written)} a ${login}.`,
  stayed: (n, written) => `Se ${n === 1 ? 'ha quedado' : 'han quedado'} ${keys(n, written)}.`,
}
