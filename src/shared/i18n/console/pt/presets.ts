import type { PresetsMessages } from '../messages/presets'
import { figuresIn } from '../../figures'

const figure = figuresIn('pt')

const why = {
  'not-theirs-to-give': 'o GLPI não permitiria que o novo responsável desse o que ele concede',
  'grant-gone': 'o GLPI não tem mais o que ele concede',
  unbounded:
    'ele não tem limite ou não tem fim, e o novo responsável não pode atualizar a configuração do GLPI',
}

export const presets: PresetsMessages = {
  title: 'Modelos',
  lead: 'Condições com nome, para criar chaves parecidas: o que concedem, a quantas pessoas, por quanto tempo.',
  newPreset: 'Novo modelo',
  newTitle: 'Novo modelo',
  newTitleWithErrors: 'Novo modelo: verifique',
  editTitle: (name) => `Modelo ${name}`,
  editTitleWithErrors: (name) => `Modelo ${name}: verifique`,
  keysStay: 'As chaves que foram criadas com ele ficam como estão.',
  empty: {
    heading: 'Ainda não há modelos aqui',
    advice:
      'Crie um para o que você distribui com frequência: os estagiários deste ano, os visitantes de uma unidade.',
  },
  errorSummary: 'Verifique isto antes de salvar:',
  columns: {
    name: 'Nome',
    grant: 'Concede',
    uses: 'Pessoas',
    days: 'Duração',
    owner: 'Responsável',
    what: 'Ações',
  },
  unlimited: 'sem limite',
  days: (n, written) => `${written} ${n === 1 ? 'dia' : 'dias'}`,
  never: 'sem fim',
  notYours: 'Você não pode concedê-lo',
  several: 'Concede vários perfis: só a linha de comando o usa e altera.',
  use: 'Criar uma chave',
  useOf: (name) => `Criar uma chave com ${name}`,
  useForMany: 'Criar várias',
  useForManyOf: (name) => `Criar várias chaves com ${name}`,
  edit: 'Editar',
  editOf: (name) => `Editar ${name}`,
  delete: 'Eliminar',
  deleteOf: (name) => `Eliminar ${name}`,
  keys: 'Suas chaves',
  keysOf: (name) => `Suas chaves (${name})`,
  fields: { name: 'Nome do modelo', days: 'Duração (dias)' },
  hints: {
    name: 'Aquilo por que seus colegas o reconhecem.',
    days: 'A partir do dia em que uma chave é criada, ou começa.',
    uses: 'Quantas pessoas podem se inscrever com uma mesma chave.',
    send: 'As pessoas para quem uma chave é criada com este modelo recebem o link por e-mail.',
  },
  more: 'Mais: grupos, localização, destinatários, conta, idioma, mensagem',
  neverEnds: 'Sem fim',
  daysAtMost: (n) => (n === 1 ? 'No máximo 1 dia.' : `No máximo ${n} dias.`),
  problems: {
    nameRequired: 'Dê um nome a ele.',
    nameTooLong: (limit) => `Use no máximo ${figure(limit)} caracteres.`,
    daysOutOfRange: (limit) => `Informe um número inteiro de 1 a ${figure(limit)}.`,
  },
  save: 'Salvar o modelo',
  cancel: 'Cancelar',
  sending: 'Salvando…',
  deletion: {
    title: (name) => `Eliminar ${name}?`,
    lead: 'Ninguém mais poderá criar chaves com ele. As chaves que foram criadas com ele ficam como estão e continuam funcionando.',
    submit: 'Eliminar o modelo',
  },
  transfer: {
    open: 'Transferir',
    openOf: (name) => `Transferir ${name}`,
    title: (name) => `Transferir ${name}`,
    lead: 'A partir daí ele pertence a outra pessoa, que pode alterá-lo e eliminá-lo. As chaves que foram criadas com ele ficam onde estão.',
    loginHint: 'Um administrador do GLPI que poderia criar chaves com ele.',
    all: (_, written, owner) => `Todos os ${written} modelos de ${owner}, e não só este`,
    submit: 'Transferir',
    done: (n, written, login) =>
      n === 0
        ? `Nenhum modelo passou para ${login}.`
        : `${n === 1 ? 'Um modelo passou' : `${written} modelos passaram`} para ${login}.`,
    stays: (name, obstacle) => `${name} fica onde está: ${why[obstacle]}.`,
  },
  choose: {
    label: 'Modelo',
    none: 'Nenhum',
    submit: 'Usar',
    used: (name) => `Preenchido a partir de ${name}. O que você altera aqui não altera o modelo.`,
  },
  ofKey: 'Criada com o modelo',
  like: {
    submit: 'Criar um modelo igual',
    hint: 'Um modelo guarda o que a chave concede, não para quem ela é.',
    untitled: (hint) => `Como …${hint}`,
  },
  notices: {
    made: (name) => `O modelo ${name} foi criado.`,
    changed: (name) => `O modelo ${name} foi salvo.`,
    deleted: (name) => `O modelo ${name} foi eliminado.`,
    madeLike: 'O modelo foi criado. Dê a ele um nome que seus colegas reconheçam.',
  },
}
