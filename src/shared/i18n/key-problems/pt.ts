import type { KeyProblemWords } from './messages'

export const pt: KeyProblemWords = {
  'grant-refused': {
    short: 'Concede algo que o GLPI não tem mais',
    reason: 'O que esta chave concede não existe mais no GLPI, ou não pode mais ser dado com uma chave.',
    mend: 'Crie uma nova chave com o que existe agora e revogue esta.',
  },
  'issuer-gone': {
    short: 'Seu emissor não está mais aqui',
    reason: 'A pessoa que responde por esta chave não pode mais entrar no GLPI.',
    mend: 'Renove a chave para responder por ela, transfira-a para outra pessoa, ou revogue-a.',
  },
  'issuer-refused': {
    short: 'Seu emissor não pode mais concedê-la',
    reason: 'A pessoa que responde por esta chave não pode mais dar no GLPI o que ela concede.',
    mend: 'Renove a chave para responder por ela, transfira-a para alguém que possa, ou revogue-a.',
  },
  'nobody-left': {
    short: 'Não é mais para ninguém',
    reason: 'Esta chave era para certos endereços, que foram esquecidos ou apagados: ninguém pode usá-la.',
    mend: 'Diga na página da chave para quem ela é, ou revogue-a.',
  },
  'account-ended': {
    short: 'Suas contas já teriam terminado',
    reason:
      'As contas criadas com esta chave terminam em um dia que já passou, por isso ninguém pode se inscrever com ela.',
    mend: 'Escolha na página da chave a duração da conta, ou revogue-a.',
  },
  'address-dropped': {
    short: 'Seu link não funciona mais aqui',
    reason: 'O link desta chave traz um endereço pelo qual este suporte não responde mais.',
    mend: 'Dê um novo link à chave e envie-o, ou peça que o endereço anterior volte a constar em PREVIOUS_PUBLIC_URLS.',
  },
  'address-replaced': {
    short: 'Seu link traz o endereço anterior',
    reason: 'O link desta chave traz um endereço anterior deste suporte. Ele ainda funciona.',
    mend: 'Dê um novo link à chave e envie-o antes que o endereço anterior seja abandonado.',
  },
}
