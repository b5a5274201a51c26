import type { HoldMessages } from './messages'

const minutes = (n: number) => (n === 1 ? 'um minuto' : `${n} minutos`)

export const holds: HoldMessages = {
  waiting: {
    title: 'Só mais um passo: veja seu e-mail',
    titleWithErrors: 'Verifique o endereço – Só mais um passo',
    lead: 'Enviamos uma mensagem para',
    todo: 'Abra o link que está nela e sua conta estará pronta. Neste aparelho basta um toque; em outro, será pedida a senha que você acabou de escolher.',
    until: (until) => `O link funciona até ${until}. Até lá, sua vaga fica guardada.`,
    sentAgain: 'A mensagem foi enviada mais uma vez.',
    nothingCame: 'Não chegou nada?',
    hints: [
      'Pode levar alguns minutos. Olhe também na pasta de spam.',
      'Se houver várias mensagens, o link de qualquer uma delas funciona.',
      'Se ela não chegar mesmo, fale com a pessoa que enviou o convite ou com o suporte.',
    ],
    again: 'Enviar novamente',
    otherAddress: 'O endereço está errado?',
    otherAddressHint: 'Corrija-o aqui, e a mensagem vai para o novo endereço.',
    address: 'Endereço de e-mail',
    change: 'Usar este endereço',
    throttled: (n) =>
      `A mensagem já foi pedida várias vezes. Procure-a primeiro e tente novamente em ${minutes(n)}.`,
  },
  confirm: {
    title: 'Este endereço é seu?',
    titleWithErrors: 'Verifique a senha – Este endereço é seu?',
    lead: 'Há uma conta à espera de quem lê os e-mails de',
    password: 'A senha que você escolheu no formulário',
    passwordHint: 'Este aparelho precisa conhecê-la, para que mais ninguém possa concluir a conta.',
    submit: 'Sim, criar minha conta',
    sending: 'Um momento, estamos criando sua conta…',
    notYou:
      'Se não foi você que preencheu o formulário, feche esta página: sem você, nenhuma conta é criada.',
    throttled: (n) =>
      `Houve muitas senhas erradas. Tente novamente em ${minutes(n)}, ou abra o link no aparelho em que você preencheu o formulário.`,
  },
  released: {
    lapsed: {
      heading: 'O prazo passou',
      reason:
        'O endereço não foi confirmado a tempo, por isso a vaga foi liberada. Nenhuma conta foi criada.',
      advice:
        'Abra novamente o link do seu convite e preencha o formulário mais uma vez. Se ele não funcionar mais, peça um novo à pessoa que o enviou.',
    },
    revoked: {
      heading: 'Este convite foi retirado',
      reason: 'Ele foi cancelado antes que seu endereço fosse confirmado, por isso nenhuma conta foi criada.',
      advice: 'Peça um novo à pessoa que enviou o convite, ou fale com o suporte.',
    },
    'login-taken': {
      heading: 'Agora outra pessoa tem este nome de usuário',
      reason:
        'Ele foi dado a outra pessoa antes que seu endereço fosse confirmado. Nenhuma conta foi criada.',
      advice:
        'Abra novamente o link do seu convite, preencha o formulário mais uma vez e escolha outro nome de usuário. Sua vaga está livre novamente.',
    },
    'not-unique': {
      heading: 'Um dos seus dados já é de outra pessoa',
      reason:
        'Outra conta no GLPI tem o mesmo nome, ou outro dado que lá só uma pessoa pode ter. Nenhuma conta foi criada.',
      advice:
        'Abra novamente o link do seu convite, preencha o formulário mais uma vez e confira o que digitou. Se tudo estiver certo, fale com o suporte. Sua vaga está livre novamente.',
    },
    erased: {
      heading: 'Não há mais nada a confirmar',
      reason: 'O que foi digitado no formulário foi apagado a pedido, por isso nenhuma conta foi criada.',
      advice:
        'Se você ainda precisa de uma conta, abra novamente o link do seu convite ou fale com a pessoa que o enviou.',
    },
    'account-exists': {
      heading: 'Já existe uma conta com este endereço',
      reason: 'Ela foi criada antes que este endereço fosse confirmado, por isso não foi criada uma segunda.',
      advice: 'Entre com a conta que você tem. Se não conseguir, fale com o suporte.',
    },
  },
  fieldTaken: {
    heading: 'Um dos seus dados já é de outra pessoa',
    reason: (field) =>
      `Outra conta no GLPI já tem o que você digitou em “${field}”, e lá só uma pessoa pode ter isso. Nenhuma conta foi criada.`,
    advice:
      'Abra novamente o link do seu convite, preencha o formulário mais uma vez e confira este campo. Se ele estiver certo, fale com o suporte. Sua vaga está livre novamente.',
  },
}
