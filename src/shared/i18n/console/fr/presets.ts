import type { PresetsMessages } from '../messages/presets'
import { figuresIn } from '../../figures'

const figure = figuresIn('fr')

const why = {
  'not-theirs-to-give': 'GLPI ne permettrait pas au nouveau propriétaire de donner ce qu’il prévoit',
  'grant-gone': 'GLPI n’a plus ce qu’il prévoit',
  unbounded:
    'il n’a pas de limite ou pas de fin, et le nouveau propriétaire ne peut pas modifier la configuration de GLPI',
}

export const presets: PresetsMessages = {
  title: 'Modèles',
  lead: 'Des conditions nommées pour créer des clés semblables : ce qu’elles donnent, à combien de personnes, combien de temps.',
  newPreset: 'Nouveau modèle',
  newTitle: 'Nouveau modèle',
  newTitleWithErrors: 'Nouveau modèle : à corriger',
  editTitle: (name) => `Modèle ${name}`,
  editTitleWithErrors: (name) => `Modèle ${name} : à corriger`,
  keysStay: 'Les clés déjà créées avec ce modèle restent telles quelles.',
  errorSummary: 'À vérifier avant l’enregistrement :',
  empty: {
    heading: 'Il n’y a pas encore de modèle ici',
    advice:
      'Créez-en un pour ce que vous distribuez souvent : les stagiaires de l’année, les visiteurs d’un site.',
  },
  columns: {
    name: 'Nom',
    grant: 'Donne',
    uses: 'Personnes',
    days: 'Valable',
    owner: 'Propriétaire',
    what: 'Actions',
  },
  unlimited: 'illimité',
  days: (n, written) => `${written} ${n < 2 ? 'jour' : 'jours'}`,
  never: 'sans fin',
  notYours: 'Vous ne pouvez pas le donner',
  several: 'Donne plusieurs profils : seule la ligne de commande l’utilise et le modifie.',
  use: 'Créer une clé',
  useOf: (name) => `Créer une clé avec ${name}`,
  useForMany: 'En créer plusieurs',
  useForManyOf: (name) => `Créer plusieurs clés avec ${name}`,
  edit: 'Modifier',
  editOf: (name) => `Modifier ${name}`,
  delete: 'Supprimer',
  deleteOf: (name) => `Supprimer ${name}`,
  keys: 'Ses clés',
  keysOf: (name) => `Ses clés (${name})`,
  fields: { name: 'Nom du modèle', days: 'Valable (jours)' },
  hints: {
    name: 'Ce à quoi vos collègues le reconnaissent.',
    days: 'À compter du jour où la clé est créée, ou commence.',
    uses: 'Combien de personnes peuvent s’inscrire avec une même clé.',
    send: 'Les destinataires d’une clé créée avec ce modèle reçoivent le lien.',
  },
  more: 'Plus : groupes, lieu, destinataires, compte, langue, message',
  neverEnds: 'Sans fin',
  daysAtMost: (n) => `${figure(n)} jours au plus.`,
  problems: {
    nameRequired: 'Donnez-lui un nom.',
    nameTooLong: (limit) => `Utilisez ${figure(limit)} caractères au plus.`,
    daysOutOfRange: (limit) => `Saisissez un nombre entier de 1 à ${figure(limit)}.`,
  },
  save: 'Enregistrer le modèle',
  cancel: 'Annuler',
  sending: 'Enregistrement…',
  transfer: {
    open: 'Transférer',
    openOf: (name) => `Transférer ${name}`,
    title: (name) => `Transférer ${name}`,
    lead: 'Il appartiendra désormais à quelqu’un d’autre, qui pourra le modifier et le supprimer. Les clés déjà créées restent où elles sont.',
    loginHint: 'Un administrateur de GLPI qui pourrait créer des clés avec ce modèle.',
    all: (_, written, owner) => `Les ${written} modèles de ${owner}, et pas seulement celui-ci`,
    submit: 'Transférer',
    done: (n, written, login) =>
      n === 0
        ? `Aucun modèle n’a été transféré à ${login}.`
        : `${n === 1 ? 'Un modèle transféré' : `${written} modèles transférés`} à ${login}.`,
    stays: (name, obstacle) => `${name} reste en place : ${why[obstacle]}.`,
  },
  deletion: {
    title: (name) => `Supprimer ${name} ?`,
    lead: 'Plus personne ne pourra créer de clé avec ce modèle. Les clés déjà créées restent telles quelles et fonctionnent toujours.',
    submit: 'Supprimer le modèle',
  },
  choose: {
    label: 'Modèle',
    none: 'Aucun',
    submit: 'Utiliser',
    used: (name) => `Rempli d’après ${name}. Ce que vous changez ici ne change pas le modèle.`,
  },
  ofKey: 'Créée avec le modèle',
  like: {
    submit: 'Créer un modèle semblable',
    hint: 'Un modèle retient ce que la clé donne, pas à qui elle est destinée.',
    untitled: (hint) => `Comme …${hint}`,
  },
  notices: {
    made: (name) => `Le modèle ${name} est créé.`,
    changed: (name) => `Le modèle ${name} est enregistré.`,
    deleted: (name) => `Le modèle ${name} est supprimé.`,
    madeLike: 'Le modèle est créé. Donnez-lui un nom que vos collègues reconnaîtront.',
  },
}
