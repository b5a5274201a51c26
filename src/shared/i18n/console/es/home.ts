import type { HomeMessages } from '../messages/home'

export const home: HomeMessages = {
  title: 'Inicio',
  needs: {
    title: 'Lo que requiere su atención',
    nothing:
      'Ahora mismo nada requiere su atención. Aquí aparecerán las claves que terminan pronto o que no tienen plazas.',
    ending: (n, written) =>
      n === 1
        ? '1 clave termina en 7 días o menos y tiene plazas libres'
        : `${written} claves terminan en 7 días o menos y tienen plazas libres`,
    usedUp: (n, written) =>
      n === 1
        ? '1 clave se agotó en los últimos 30 días'
        : `${written} claves se agotaron en los últimos 30 días`,
    usedUpHint: 'A quien abra ahora uno de sus enlaces se le dice que no quedan plazas.',
    placesLeft: (n, written) => `${written} ${n === 1 ? 'plaza libre' : 'plazas libres'}`,
    unlimited: 'sin límite',
    endsIn: (left) => `termina en ${left}`,
    allUsed: (n, written) =>
      n === 1 ? 'su única plaza está ocupada' : `sus ${written} plazas están ocupadas`,
    all: 'Verlas todas',
    inTrouble: (n, written) => (n === 1 ? '1 clave tiene problemas' : `${written} claves tienen problemas`),
    checkNow: 'Comprobar ahora todas las claves con GLPI',
    checkNowHint: 'Se hace solo todos los días.',
    checked: 'Todas las claves se han comprobado con GLPI tal como está ahora.',
    checkBusy: 'Ya se están comprobando: vuelva a mirar dentro de un minuto.',
    inTroubleHint: 'GLPI o este servicio de asistencia ha cambiado desde que se crearon.',
  },
  chart: {
    title: 'Los últimos 30 días',
    description: (accounts, keys) =>
      `Una barra por día muestra las cuentas creadas, ${accounts} en total; una línea muestra las claves creadas, ${keys} en total. Sigue una tabla con las mismas cifras.`,
    accounts: (n) => (n === 1 ? 'cuenta creada' : 'cuentas creadas'),
    keys: (n) => (n === 1 ? 'clave creada' : 'claves creadas'),
    day: (day, accounts, keys) => `${day}: ${accounts}, ${keys}`,
    nothing: 'En los últimos 30 días no se ha creado ninguna cuenta ni ninguna clave.',
    asTable: 'Lo mismo en una tabla',
    columns: { day: 'Día', accounts: 'Cuentas creadas', keys: 'Claves creadas' },
  },
  newest: {
    title: 'Registros más recientes',
    none: 'Nadie se ha registrado en los últimos 30 días.',
    columns: { who: 'Quién', key: 'Clave', when: 'Cuándo' },
  },
}
