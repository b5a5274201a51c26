import type { SignInMessages } from '../messages/sign-in'

export const signIn: SignInMessages = {
  title: 'Sign in',
  lead: (instanceName) => `Invitations for ${instanceName}. Sign in with your GLPI login and password.`,
  login: 'Login',
  password: 'Password',
  submit: 'Sign in',
  as: (user) => `Sign in again as ${user}`,
  sending: 'One moment…',
  failed: 'The login or the password is not right. Type both again.',
  refusals: {
    'no-account':
      'Your organisation’s single sign-on gave a name that GLPI has no account for, or more than one. Ask a GLPI administrator to look at the logins.',
    inactive: 'Your GLPI account is not active. Ask a GLPI administrator to activate it.',
    'outside-dates':
      'Your GLPI account is not valid today. Ask a GLPI administrator to look at its validity dates.',
    'password-expired': 'Your password has expired. Sign in to GLPI, choose a new one, then come back.',
    'two-factor':
      'GLPI asks you for a second factor, which cannot be checked here. Use your organisation’s single sign-on, or ask whoever runs this server for a console link (glpi-invite console-link).',
    'grants-missing':
      'This server may not see whether GLPI asks for a second factor, so nobody can sign in with a password. Whoever runs it has to apply what “glpi-invite db grants” prints.',
    'no-authorisation':
      'Your GLPI account has no profile in any entity. Ask a GLPI administrator to give you one.',
    'no-right':
      'None of your GLPI profiles may read users, which is what keys take. Ask a GLPI administrator for that right.',
  },
  throttled: (minutes) =>
    `Too many attempts failed. Wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, then try again.`,
  hint: 'If you sign in to GLPI with a directory account or a second factor, use the single sign-on of your organisation, or ask whoever runs this server for a console link.',
  link: {
    title: 'Sign in with this link',
    lead: 'This link was made for you on the server. It signs you in once.',
    submit: 'Sign in',
    spent:
      'This link has been used, or is older than five minutes. Ask for a new one: “glpi-invite console-link” makes it on the server.',
    instead: 'Sign in with a password',
  },
}
