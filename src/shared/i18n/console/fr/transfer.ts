import type { TransferMessages } from '../messages/transfer'

const keys = (n: number, written: string) => (n === 1 ? 'Une clé' : `${written} clés`)

const why = {
  'not-theirs-to-give': 'GLPI ne permettrait pas au nouveau propriétaire de donner ce qui est prévu',
  'grant-gone': 'GLPI n’a plus ce qui est prévu',
  unbounded:
    'pas de limite ou pas de fin, et le nouveau propriétaire ne peut pas modifier la configuration de GLPI',
}

export const transfer: TransferMessages = {
  selected: 'Transférer la sélection',
  all: 'Transférer toutes celles de la liste',
  one: 'Transférer à quelqu’un d’autre',
  title: 'Transférer des clés',
  lead: 'Une autre personne répondra désormais de ces clés. Les liens restent les mêmes.',
  nothingSelected: 'Cochez d’abord les clés à transférer.',
  login: 'Identifiant du nouveau propriétaire',
  loginHint: 'Un administrateur de GLPI qui pourrait créer ces clés.',
  look: 'Voir ce qui serait transféré',
  goes: (n, written, login) =>
    n === 0
      ? `Aucune clé ne sera transférée à ${login}.`
      : `${keys(n, written)} ${n === 1 ? 'sera transférée' : 'seront transférées'} à ${login}.`,
  stays: (n, written, obstacle) =>
    `${keys(n, written)} ${n === 1 ? 'restera' : 'resteront'} en place : ${why[obstacle]}.`,
  theirsAlready: 'Les clés révoquées restent en place, comme celles qui lui appartiennent déjà.',
  confirm: (n, written) => `Transférer ${n === 1 ? 'une clé' : `${written} clés`}`,
  cancel: 'Annuler',
  sending: 'Transfert…',
  problems: {
    missing: 'Saisissez un identifiant.',
    unknown: 'GLPI ne connaît personne sous cet identifiant.',
    several: 'GLPI connaît plusieurs personnes sous cet identifiant.',
    'no-maker': 'Cette personne n’a dans GLPI aucun profil permettant de créer des clés.',
  },
  done: (n, written, login) =>
    n === 0
      ? `Aucune clé n’a été transférée à ${login}.`
      : `${keys(n, written)} ${n === 1 ? 'transférée' : 'transférées'} à ${login}.`,
  stayed: (n, written) => `${keys(n, written)} ${n === 1 ? 'est restée' : 'sont restées'} en place.`,
}
