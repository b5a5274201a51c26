/**
 * What people make a password of on such an occasion, and what is therefore tried first; the estimator's own lists are
 * English. Written as typed, and without accents: as many leave them out.
 */
const words = [
  'password passphrase welcome hello secret helpdesk servicedesk support assistance ticket account company office',
  'administrator admin user guest change changeme letmein login registration invitation colleague employee please',
  'motdepasse passe bienvenue bonjour salut secret assistance compte entreprise administrateur utilisateur invite',
  'connexion inscription collegue azerty soleil doudou loulou chouchou jetaime maison',
  'passwort kennwort willkommen hallo geheim gutentag benutzer verwaltung anmeldung einladung firma kollege schatz',
  'fussball sommer herbst winter frühling fruehling ichliebedich',
  'contraseña contrasena contrasenia clave bienvenido bienvenida hola secreto usuario administrador cuenta empresa',
  'teamo teamomucho',
  'parola chiave parolachiave benvenuto benvenuta ciao segreto utente amministratore azienda amore tiamo juventus',
  'senha bemvindo bemvinda olá ola segredo usuario usuário administrador conta empresa mudar123 teamo flamengo',
  'correcthorsebatterystaple', // the most quoted example
  'glpi glpiproject ordinateur informatique computer informatik sistemas',
  'spring summer autumn printemps automne hiver été primavera verano otoño otono invierno estate autunno inverno verão',
  'january february march april june july august september october november december',
  'janvier février fevrier mars avril juin juillet août aout septembre octobre novembre décembre decembre',
  'januar februar märz maerz mai juni juli oktober dezember',
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  'gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre',
  'janeiro fevereiro março junho julho setembro outubro novembro dezembro',
  'monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanche',
  'montag dienstag mittwoch donnerstag freitag samstag sonntag',
]

export const wordsTriedFirst: readonly string[] = [...new Set(words.join(' ').split(' '))]
