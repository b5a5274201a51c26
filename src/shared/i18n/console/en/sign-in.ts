import type { SignInMessages } from '../messages/sign-in'

export const signIn: SignInMessages = {
  title: 'Sign in',
  lead: (instanceName) => `Invitations for ${instanceName}. Sign in with your GLPI login and password.`,
  login: 'Login',
  password: 'Password',
  submit: 'Sign in',
  sending: 'One moment…',
  failed: 'The login or the password is not right. Type both again.',
  hint: 'If you sign in to GLPI with a directory account or a second factor, use the single sign-on of your organisation, or ask whoever runs this server for a console link.',
}
