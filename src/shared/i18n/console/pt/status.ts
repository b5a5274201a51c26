import type { StatusMessages } from '../messages/status'

export const status: StatusMessages = {
  title: 'Estado',
  lead: 'Tudo de que o servidor precisa, verificado agora mesmo.',
  again: 'Verificar novamente',
  inEnglish: 'O que as verificações dizem está em inglês, como na linha de comando.',
  summary: {
    good: 'Está tudo bem.',
    warn: (n) => (n === 1 ? 'Um ponto merece atenção.' : `${n} pontos merecem atenção.`),
    bad: (n) => (n === 1 ? 'Um ponto não funciona.' : `${n} pontos não funcionam.`),
  },
  columns: { check: 'Verificação', state: 'Estado', message: 'O que foi encontrado, e o que fazer' },
  states: { ok: 'Certo', warn: 'Merece atenção', fail: 'Não funciona' },
  checks: {
    configuration: 'Configuração',
    database: 'Servidor de banco de dados',
    migrations: 'Nossas tabelas',
    glpi: 'GLPI',
    grants: 'Direitos da conta do banco de dados',
    'key-ring': 'Chaveiro',
    'public-url': 'Endereço público',
    clock: 'Relógio',
    'time-zones': 'Fusos horários',
    mail: 'Servidor de e-mail',
    altcha: 'Prova de trabalho',
    background: 'Tarefas em segundo plano',
    webhooks: 'Webhooks',
  },
  commandLine: 'No servidor, este comando diz o mesmo:',
  jobs: {
    title: 'Tarefas em segundo plano',
    lead: 'O que é feito sem que ninguém peça, pelo servidor ou por “glpi-invite work”.',
    columns: {
      job: 'Tarefa',
      state: 'Estado',
      last: 'Última vez',
      outcome: 'O que fez',
      next: 'Próxima vez',
    },
    states: {
      running: 'Em andamento',
      done: 'Feita',
      failed: 'Falhou',
      late: 'Atrasada',
      waiting: 'Ainda não feita',
    },
    never: 'nunca',
    names: {
      'sweep-holds': 'Liberação das vagas de cadastros não concluídos a tempo',
      approvals: 'Lembrete dos cadastros que aguardam aprovação',
      verify: 'Comparar as chaves com o GLPI',
      reseal: 'Selar os códigos com a chave mais recente do chaveiro',
      requests: 'Pedidos de novos links',
      reminders: 'Lembretes a quem não usou o convite',
      lapsed: 'Avisar os emissores do que terminou sem uso',
      digest: 'O e-mail semanal sobre as chaves que terminam em breve',
      events: 'Atribuir aos eventos a sua posição',
      post: 'Enviar e-mails',
      webhooks: 'Enviar os webhooks',
      retention: 'Esquecer dados pessoais cujo prazo terminou',
    },
  },
  killSwitch: {
    title: 'Parada de emergência',
    lead: 'Enquanto está ativa, ninguém pode se inscrever com nenhuma chave deste suporte. Nada é gasto e nenhuma chave se perde: pede-se às pessoas que tentem mais tarde. Todo o resto continua.',
    isOff: 'A parada de emergência está desativada: as pessoas podem se inscrever.',
    stops: (n, written) =>
      n === 0
        ? 'Nenhuma chave é utilizável no momento.'
        : `Ela vai parar ${written} ${n === 1 ? 'chave utilizável' : 'chaves utilizáveis'}, de todas as entidades.`,
    understood: 'Sim, ninguém deve poder se inscrever',
    notUnderstood: 'Marque a caixa para confirmar. Nada mudou ainda.',
    turnOn: 'Parar todas as inscrições',
    isOn: (since) => `A parada de emergência está ativa desde ${since}: ninguém pode se inscrever.`,
    waits: (n, written) =>
      n === 0
        ? 'Nenhuma chave espera que ela acabe.'
        : `${written} ${n === 1 ? 'chave espera' : 'chaves esperam'} que ela acabe, de todas as entidades.`,
    turnOff: 'Permitir novamente as inscrições',
    notices: {
      on: 'As inscrições estão paradas. Todas as páginas do console dizem isso até que você encerre a parada.',
      off: 'As pessoas podem se inscrever novamente.',
    },
  },
}
