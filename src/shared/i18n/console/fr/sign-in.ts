import type { SignInMessages } from '../messages/sign-in'

export const signIn: SignInMessages = {
  title: 'Connexion',
  lead: (instanceName) =>
    `Invitations pour ${instanceName}. Connectez-vous avec votre identifiant et votre mot de passe GLPI.`,
  login: 'Identifiant',
  password: 'Mot de passe',
  submit: 'Se connecter',
  sending: 'Un instant…',
  failed: 'L’identifiant ou le mot de passe n’est pas correct. Saisissez-les à nouveau.',
  hint: 'Si vous vous connectez à GLPI avec un compte d’annuaire ou un second facteur, passez par l’authentification unique de votre organisation, ou demandez un lien de console à la personne qui gère ce serveur.',
}
