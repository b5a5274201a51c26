import type { FormMessages } from './messages'

export const form: FormMessages = {
  form: {
    fields: {
      phone: 'Telefone',
      mobile: 'Celular',
      registrationNumber: 'Número administrativo',
      title: 'Cargo',
      category: 'Categoria',
      location: 'Localização',
      language: 'Idioma',
      terms: 'Termos de uso',
    },
    problems: {
      'phone-characters':
        'Isto não parece um número de telefone. Use apenas números, espaços e + ( ) . - /, por exemplo +55 11 91234-5678.',
      'number-characters':
        'Um endereço da web ou um caractere invisível não pode fazer parte dele. Digite-o novamente como está no seu crachá ou contrato.',
      'choice-gone': 'Esta opção não está mais disponível. Escolha novamente.',
      'choice-unknown': 'Isto não está na lista. Escolha algo parecido ou digite outra coisa.',
      'terms-not-accepted': 'Marque a caixa se você os aceita. Sem isso, não é possível criar a conta.',
      'terms-changed':
        'Os termos mudaram enquanto você preenchia o formulário. Leia-os novamente e marque a caixa.',
    },
    optional: '(opcional)',
    optionalNote: 'Você pode deixar vazio o que está marcado como “opcional”.',
    choose: '– escolha –',
    chooseNothing: '– nenhum –',
    usualLanguage: '– o padrão –',
    search: 'Digite uma parte e escolha na lista.',
    phoneHint: 'Com o código do país se não for um número da organização, por exemplo +55 11 91234-5678',
    numberHint:
      'O número pelo qual a sua organização identifica você. Ele pode estar no seu crachá ou contrato.',
    loginMadeUp:
      'O nome com que você vai entrar. Se você deixar vazio, ele será formado a partir do seu nome.',
    loginProposed:
      'Você deixou este campo vazio; aqui está um que está livre. Mantenha-o ou digite outro, escolha a sua senha e envie o formulário novamente.',
    loginsFree: 'Estes estão livres:',
    takeLogin: 'Usar',
    termsLead: 'Leia isto antes de continuar.',
    termsLink: 'Ler os termos de uso (abre em uma nova aba)',
    termsAccept: 'Li e aceito os termos de uso.',
  },
}
