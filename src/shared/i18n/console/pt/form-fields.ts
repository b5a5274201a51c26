import type { FormFieldMessages } from '../messages/form-fields'

export const formFields: FormFieldMessages = {
  names: {
    firstname: 'Nome',
    realname: 'Sobrenome',
    email: 'Endereço de e-mail',
    phone: 'Telefone',
    mobile: 'Celular',
    registrationNumber: 'Número administrativo',
    title: 'Cargo',
    category: 'Categoria',
    location: 'Localização',
    language: 'Idioma',
    login: 'Nome de usuário',
    terms: 'Termos de uso',
  },
  modes: { required: 'Obrigatório', optional: 'Opcional', locked: 'Bloqueado', hidden: 'Oculto' },
  legend: 'O que o formulário pede',
  hint: 'O que está bloqueado é mostrado com o valor informado aqui e não pode ser alterado. O que está oculto não é mostrado, e a conta recebe o valor informado aqui. Cargo, categoria, localização e idioma são os escolhidos acima. Um nome de usuário opcional ou oculto é formado a partir do nome.',
  modeOf: (field) => `${field}: no formulário`,
  told: {
    required: (field) => `${field}: obrigatório`,
    optional: (field) => `${field}: opcional`,
    locked: (field) => `${field}: mostrado, bloqueado`,
    hidden: (field) => `${field}: não é mostrado`,
  },
  value: 'Já preenchido',
  valueOf: (field) => `${field}: já preenchido no formulário`,
  title: 'Formulário',
  parts: {
    fillPhone: 'Telefone',
    fillMobile: 'Celular',
    fillRegistrationNumber: 'Número administrativo',
    asks: 'O que o formulário pede',
  },
  problems: {
    'phone-characters': () => 'Isto não parece um número de telefone.',
    'number-characters': () => 'Um endereço da web ou um caractere invisível não pode fazer parte dele.',
    'locked-empty': (fields) =>
      `O que está bloqueado precisa de um valor. Informe um ou não o bloqueie: ${fields}`,
    'mode-impossible': (fields) => `O formulário não pode fazer isso. Escolha novamente: ${fields}`,
    'terms-missing': () =>
      'Aqui não há termos para aceitar; quem administra o servidor pode defini-los (TERMS_URL, TERMS_TEXT, TERMS_VERSION).',
    'login-pattern-off': () =>
      'Ninguém formaria um nome de usuário: peça-o no formulário, ou peça que LOGIN_PATTERN seja definido.',
  },
  reasons: {
    'phone-characters': 'Não era um número de telefone',
    'number-characters': 'Caracteres que um número administrativo não pode ter',
    'choice-gone': 'O que foi escolhido não existia mais no GLPI',
    'choice-unknown': 'O que foi digitado não estava na lista',
    'terms-not-accepted': 'Os termos de uso não foram aceitos',
    'terms-changed': 'Os termos de uso tinham mudado',
  },
}
