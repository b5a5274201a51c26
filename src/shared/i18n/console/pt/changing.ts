import type { ChangingMessages } from '../messages/changing'

export const changing: ChangingMessages = {
  open: 'Alterar para quem ela é e o que concede',
  title: (key) => `Alterar ${key}`,
  titleWithErrors: (key) => `Alterar ${key}: verifique`,
  lead: 'O link continua o mesmo. As contas que foram criadas com a chave ficam como estão.',
  narrowOnly:
    'Você pode permitir menos pessoas e alterar o idioma e a mensagem. Para que a chave vá mais longe, você precisaria poder criar esta mesma chave.',
  forgotten:
    'Os endereços para os quais esta chave era foram esquecidos, por isso ninguém pode usá-la. Informe para quem ela é a partir de agora.',
  errorSummary: 'Nada foi alterado. Verifique:',
  submit: 'Salvar',
  meanwhile:
    'Alguém alterou a chave depois que este formulário foi aberto. É assim que ela está agora; nada do que você informou foi salvo.',
  notYours:
    'A chave iria mais longe do que antes, e com seu perfil e sua entidade ativos você não poderia criar uma chave assim.',
  changed: (parts) => `alterado: ${parts}`,
  parts: {
    addresses: 'endereços',
    domains: 'domínios',
    accountValidity: 'duração da conta',
    language: 'idioma',
    fields: 'valores no formulário',
    form: 'o que o formulário pede',
    needsProof: 'confirmação do endereço',
    message: 'mensagem',
    sharesInviter: 'nome de quem convida',
    needsApproval: 'aprovação',
  },
}
