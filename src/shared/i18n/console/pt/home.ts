import type { HomeMessages } from '../messages/home'

export const home: HomeMessages = {
  title: 'Início',
  needs: {
    title: 'O que precisa de você',
    nothing:
      'Nada precisa de você no momento. As chaves que terminam em breve, ou que não têm mais vagas, aparecerão aqui.',
    ending: (n, written) =>
      n === 1
        ? '1 chave termina em até 7 dias e ainda tem vagas'
        : `${written} chaves terminam em até 7 dias e ainda têm vagas`,
    usedUp: (n, written) =>
      n === 1
        ? '1 chave se esgotou nos últimos 30 dias'
        : `${written} chaves se esgotaram nos últimos 30 dias`,
    usedUpHint: 'Quem abre os links delas agora é avisado de que não há mais vagas.',
    placesLeft: (n, written) => `${written} ${n === 1 ? 'vaga restante' : 'vagas restantes'}`,
    unlimited: 'sem limite',
    endsIn: (left) => `termina em ${left}`,
    allUsed: (n, written) =>
      n === 1 ? 'a única vaga está ocupada' : `todas as ${written} vagas estão ocupadas`,
    all: 'Ver todas',
    inTrouble: (n, written) => (n === 1 ? '1 chave tem um problema' : `${written} chaves têm um problema`),
    inTroubleHint: 'O GLPI ou este suporte mudou desde que elas foram criadas.',
    checkNow: 'Comparar todas as chaves com o GLPI agora',
    checkNowHint: 'Isto acontece sozinho todos os dias.',
    checked: 'Todas as chaves foram comparadas com o GLPI como ele está agora.',
    checkBusy: 'A verificação já está em andamento: volte em um minuto.',
  },
  chart: {
    title: 'Os últimos 30 dias',
    description: (accounts, keys) =>
      `Uma barra por dia mostra as contas criadas, ${accounts} no total; uma linha mostra as chaves criadas, ${keys} no total. Em seguida há uma tabela com os mesmos números.`,
    accounts: (n) => (n === 1 ? 'conta criada' : 'contas criadas'),
    keys: (n) => (n === 1 ? 'chave criada' : 'chaves criadas'),
    day: (day, accounts, keys) => `${day}: ${accounts}, ${keys}`,
    nothing: 'Nenhuma conta e nenhuma chave foi criada nos últimos 30 dias.',
    asTable: 'O mesmo em uma tabela',
    columns: { day: 'Dia', accounts: 'Contas criadas', keys: 'Chaves criadas' },
  },
  newest: {
    title: 'Inscrições mais recentes',
    none: 'Ninguém se inscreveu nos últimos 30 dias.',
    columns: { who: 'Quem', key: 'Chave', when: 'Quando' },
  },
}
