import type { StatusMessages } from '../messages/status'

export const status: StatusMessages = {
  title: 'Estado',
  lead: 'Todo lo que necesita el servidor, comprobado ahora mismo.',
  again: 'Comprobar otra vez',
  inEnglish: 'Lo que dicen las comprobaciones está en inglés, como en la línea de comandos.',
  summary: {
    good: 'Todo está bien.',
    warn: (n) => (n === 1 ? 'Conviene mirar una cosa.' : `Conviene mirar ${n} cosas.`),
    bad: (n) => (n === 1 ? 'Una cosa no funciona.' : `${n} cosas no funcionan.`),
  },
  columns: { check: 'Comprobación', state: 'Estado', message: 'Qué se ha encontrado y qué hacer' },
  states: { ok: 'Bien', warn: 'Conviene mirarlo', fail: 'No funciona' },
  checks: {
    configuration: 'Configuración',
    database: 'Servidor de base de datos',
    migrations: 'Nuestras tablas',
    glpi: 'GLPI',
    grants: 'Permisos de la cuenta de base de datos',
    'key-ring': 'Llavero',
    'public-url': 'Dirección pública',
    clock: 'Reloj',
    'time-zones': 'Zonas horarias',
    mail: 'Servidor de correo',
    altcha: 'Prueba de trabajo',
    background: 'Trabajo en segundo plano',
    webhooks: 'Webhooks',
  },
  commandLine: 'En el servidor, este comando dice lo mismo:',
  jobs: {
    title: 'Trabajo en segundo plano',
    lead: 'Lo que se hace sin que nadie lo pida, por el servidor o por «glpi-invite work».',
    columns: {
      job: 'Tarea',
      state: 'Estado',
      last: 'Última vez',
      outcome: 'Qué hizo',
      next: 'Próxima vez',
    },
    states: {
      running: 'En curso',
      done: 'Hecho',
      failed: 'Fallido',
      late: 'Con retraso',
      waiting: 'Aún sin hacer',
    },
    never: 'nunca',
    names: {
      'sweep-holds': 'Liberación de las plazas de registros no terminados a tiempo',
      approvals: 'Recordatorio de registros pendientes de aprobación',
      verify: 'Comprobar las claves con GLPI',
      reseal: 'Sellar los códigos con la clave más reciente del llavero',
      requests: 'Peticiones de enlaces nuevos',
      reminders: 'Recordatorios a quienes no han usado su invitación',
      lapsed: 'Avisar de lo que terminó sin usarse',
      digest: 'El correo semanal sobre las claves que terminan pronto',
      events: 'Asignar su posición a los eventos',
      post: 'Enviar los correos',
      webhooks: 'Enviar los webhooks',
      retention: 'Borrar los datos personales cuyo plazo ha terminado',
    },
  },
  killSwitch: {
    title: 'Parada de emergencia',
    lead: 'Mientras está activa, nadie puede registrarse con ninguna clave de este servicio de asistencia. No se gasta nada ni se pierde ninguna clave: se pide a la gente que vuelva a intentarlo más tarde. Todo lo demás sigue funcionando.',
    isOff: 'La parada de emergencia no está activa: es posible registrarse.',
    stops: (n, written) =>
      n === 0
        ? 'Ahora mismo no hay ninguna clave utilizable.'
        : `Detendrá ${written} ${n === 1 ? 'clave utilizable' : 'claves utilizables'}, de todas las entidades.`,
    understood: 'Sí, nadie debe poder registrarse',
    notUnderstood: 'Marque la casilla para confirmar. Todavía no ha cambiado nada.',
    turnOn: 'Detener todos los registros',
    isOn: (since) => `La parada de emergencia está activa desde el ${since}: nadie puede registrarse.`,
    waits: (n, written) =>
      n === 0
        ? 'Ninguna clave espera a que termine.'
        : `${written} ${n === 1 ? 'clave espera' : 'claves esperan'} a que termine, de todas las entidades.`,
    turnOff: 'Volver a permitir los registros',
    notices: {
      on: 'Los registros están detenidos. Todas las páginas de la consola lo dicen hasta que usted le ponga fin.',
      off: 'Es posible registrarse de nuevo.',
    },
  },
}
