import { reasons } from '../../refusal-reasons/pt'
import type { RequestsMessages } from '../messages/requests'

export const requests: RequestsMessages = {
  title: 'Pedidos de novos links',
  lead: 'Pessoas cujo link foi recusado pedem um novo. Cada endereço pode pedir uma vez por chave.',
  waiting: (n, written) => (n === 1 ? '1 pessoa pede um novo link' : `${written} pessoas pedem um novo link`),
  reasons,
  empty: {
    heading: 'Ninguém está esperando',
    advice: 'Quem abre um link que não funciona mais pode pedir um novo ali. O pedido aparece então aqui.',
  },
  answeredTitle: 'Respondidos',
  columns: { address: 'Quem pede', key: 'Chave', asked: 'Pedido em', state: 'Resposta' },
  invited: 'Convidado',
  unproven: 'Não comprovado',
  states: {
    asked: 'Aguardando',
    waiting: 'Aguardando',
    mailed: 'Novo link enviado automaticamente',
    granted: 'Novo link enviado',
    declined: 'Recusado',
  },
  by: (who) => `por ${who}`,
  system: 'o sistema',
  gone: (id) => `usuário nº ${id}`,
  more: 'Há mais: aparecem quando estes forem respondidos.',
  one: {
    title: (address) => `Novo link para ${address}`,
    facts: {
      address: 'Endereço',
      note: 'Mensagem',
      reason: 'Por que o link foi recusado',
      key: 'Chave',
      asked: 'Pedido em',
      answered: 'Respondido em',
      given: 'Novo convite',
    },
    noNote: 'Nenhuma',
    invited: 'A chave é para este endereço: um novo link vai somente para ele.',
    unproven:
      'A chave não é para este endereço, e ninguém mostrou de quem ele é. Certifique-se de que conhece esta pessoa: qualquer um que tenha o link antigo pode tê-lo digitado.',
    reissueLead: (until) =>
      `A chave recebe um novo link e funciona até ${until}; o link antigo deixa de funcionar. A partir daí, você responde pela chave.`,
    reissue: 'Enviar um novo link',
    invitationLead:
      'A pessoa recebe um convite próprio nas mesmas condições: para uma pessoa, somente para este endereço, enviado a ele. Você responde por ele.',
    invitation: 'Enviar um convite próprio',
    declineLead: 'Ninguém é avisado, e este endereço não pode pedir de novo por esta chave.',
    decline: 'Recusar',
    otherTitle: 'Ou então',
    other: 'Abra a chave, para renová-la para todos que têm o link ou para ver o histórico.',
    sending: 'Um momento…',
    mayNot: 'Para responder, é preciso ter o direito de criar ou alterar usuários.',
    back: 'Todos os pedidos',
  },
  notices: {
    granted: 'Um novo link está a caminho.',
    queued: 'O e-mail com o novo link aguarda: ainda não há servidor de e-mail configurado.',
    declined: 'O pedido foi recusado.',
  },
  problems: {
    answered: 'Este pedido foi respondido nesse meio-tempo.',
    'not-yours':
      'Com seu perfil e sua entidade ativos, você não poderia criar esta chave, portanto não pode dar um novo link dela. Quem pode conceder o mesmo precisa responder, ou crie uma chave que você possa dar.',
    'account-past':
      'A conta que esta chave dá terminaria em uma data que já passou. Crie uma nova chave com outra data.',
    cannot: 'A chave não permite mais isso: veja a página dela, ou responda com um convite próprio.',
  },
}
