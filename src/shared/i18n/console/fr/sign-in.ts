import type { SignInMessages } from '../messages/sign-in'

export const signIn: SignInMessages = {
  title: 'Connexion',
  lead: (instanceName) =>
    `Invitations pour ${instanceName}. Connectez-vous avec votre identifiant et votre mot de passe GLPI.`,
  login: 'Identifiant',
  password: 'Mot de passe',
  submit: 'Se connecter',
  as: (user) => `Se reconnecter en tant que ${user}`,
  sending: 'Un instant…',
  failed: 'L’identifiant ou le mot de passe n’est pas correct. Saisissez-les à nouveau.',
  refusals: {
    'no-account':
      'L’authentification unique de votre organisation a donné un nom qui ne correspond à aucun compte GLPI, ou à plusieurs. Demandez à un administrateur de GLPI de vérifier les identifiants.',
    inactive: 'Votre compte GLPI n’est pas actif. Demandez à un administrateur de GLPI de l’activer.',
    'outside-dates':
      'Votre compte GLPI n’est pas valide aujourd’hui. Demandez à un administrateur de GLPI de vérifier ses dates de validité.',
    'password-expired':
      'Votre mot de passe a expiré. Connectez-vous à GLPI, choisissez-en un nouveau, puis revenez ici.',
    'two-factor':
      'GLPI vous demande un second facteur, qui ne peut pas être vérifié ici. Passez par l’authentification unique de votre organisation, ou demandez un lien de console à la personne qui gère ce serveur (glpi-invite console-link).',
    'grants-missing':
      'Ce serveur ne peut pas voir si GLPI demande un second facteur : personne ne peut donc se connecter avec un mot de passe. La personne qui le gère doit appliquer ce qu’affiche « glpi-invite db grants ».',
    'no-authorisation':
      'Votre compte GLPI n’a d’habilitation dans aucune entité. Demandez-en une à un administrateur de GLPI.',
    'no-right':
      'Aucun de vos profils GLPI ne permet de lire les utilisateurs, ce qu’il faut pour gérer des clés. Demandez ce droit à un administrateur de GLPI.',
  },
  throttled: (minutes) =>
    `Trop de tentatives ont échoué. Patientez ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, puis réessayez.`,
  hint: 'Si vous vous connectez à GLPI avec un compte d’annuaire ou un second facteur, passez par l’authentification unique de votre organisation, ou demandez un lien de console à la personne qui gère ce serveur.',
  link: {
    title: 'Connexion par lien',
    lead: 'Ce lien a été créé pour vous sur le serveur. Il vous connecte une seule fois.',
    submit: 'Se connecter',
    spent:
      'Ce lien a déjà servi, ou date de plus de cinq minutes. Demandez-en un nouveau : « glpi-invite console-link » le crée sur le serveur.',
    instead: 'Se connecter avec un mot de passe',
  },
}
