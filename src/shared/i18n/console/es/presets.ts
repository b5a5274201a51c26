import type { PresetsMessages } from '../messages/presets'
import { figuresIn } from '../../figures'

const figure = figuresIn('es')

const why = {
  'not-theirs-to-give': 'GLPI no permitiría a esa persona dar lo que concede',
  'grant-gone': 'GLPI ya no tiene lo que concede',
  unbounded: 'no tiene límite o no tiene fin, y esa persona no puede actualizar la configuración de GLPI',
}

export const presets: PresetsMessages = {
  title: 'Plantillas',
  lead: 'Condiciones con nombre para crear claves parecidas: qué conceden, a cuántas personas, cuánto tiempo.',
  newPreset: 'Nueva plantilla',
  newTitle: 'Nueva plantilla',
  newTitleWithErrors: 'Nueva plantilla: corrija',
  editTitle: (name) => `Plantilla ${name}`,
  editTitleWithErrors: (name) => `Plantilla ${name}: corrija`,
  keysStay: 'Las claves creadas con ella quedan como están.',
  errorSummary: 'Revise esto antes de guardar:',
  empty: {
    heading: 'Aquí todavía no hay plantillas',
    advice:
      'Cree una para lo que concede una y otra vez: las personas en prácticas de este año, las visitas de una sede.',
  },
  columns: {
    name: 'Nombre',
    grant: 'Concede',
    uses: 'Personas',
    days: 'Funciona',
    owner: 'De quién es',
    what: 'Acciones',
  },
  unlimited: 'sin límite',
  days: (n, written) => `${written} ${n === 1 ? 'día' : 'días'}`,
  never: 'sin fin',
  notYours: 'Usted no puede concederla',
  several: 'Concede varios perfiles: solo la usa y la cambia la línea de comandos.',
  use: 'Crear una clave',
  useOf: (name) => `Crear una clave con ${name}`,
  useForMany: 'Crear muchas',
  useForManyOf: (name) => `Crear muchas claves con ${name}`,
  edit: 'Editar',
  editOf: (name) => `Editar ${name}`,
  delete: 'Borrar',
  deleteOf: (name) => `Borrar ${name}`,
  keys: 'Sus claves',
  keysOf: (name) => `Sus claves (${name})`,
  fields: { name: 'Nombre de la plantilla', days: 'Funciona durante (días)' },
  hints: {
    name: 'Por él la reconocen en su equipo.',
    days: 'Desde el día en que se crea o empieza una clave.',
    uses: 'Cuántas personas pueden registrarse con una misma clave.',
    send: 'Las personas para las que se crea una clave con esta plantilla reciben el enlace por correo.',
  },
  more: 'Más: grupos, ubicación, para quién, cuenta, idioma, mensaje',
  neverEnds: 'Sin fin',
  daysAtMost: (n) => `Como máximo ${figure(n)} días.`,
  problems: {
    nameRequired: 'Póngale un nombre.',
    nameTooLong: (limit) => `Use como máximo ${figure(limit)} caracteres.`,
    daysOutOfRange: (limit) => `Escriba un número entero de 1 a ${figure(limit)}.`,
  },
  save: 'Guardar la plantilla',
  cancel: 'Cancelar',
  sending: 'Guardando…',
  transfer: {
    open: 'Transferir',
    openOf: (name) => `Transferir ${name}`,
    title: (name) => `Transferir ${name}`,
    lead: 'Desde ese momento es de otra persona, que la cambia y la borra. Las claves creadas con ella se quedan donde están.',
    loginHint: 'Alguien de la administración de GLPI que podría crear claves con ella.',
    all: (_, written, owner) => `Las ${written} plantillas de ${owner}, no solo esta`,
    submit: 'Transferir',
    done: (n, written, login) =>
      n === 0
        ? `No se ha transferido ninguna plantilla a ${login}.`
        : n === 1
          ? `Se ha transferido una plantilla a ${login}.`
          : `Se han transferido ${written} plantillas a ${login}.`,
    stays: (name, obstacle) => `${name} se queda: ${why[obstacle]}.`,
  },
  deletion: {
    title: (name) => `¿Borrar ${name}?`,
    lead: 'Nadie podrá crear más claves con ella. Las claves creadas con ella quedan como están y siguen funcionando.',
    submit: 'Borrar la plantilla',
  },
  choose: {
    label: 'Plantilla',
    none: 'Ninguna',
    submit: 'Usar',
    used: (name) => `Rellenado a partir de ${name}. Lo que cambie aquí no cambia la plantilla.`,
  },
  ofKey: 'Creada con la plantilla',
  like: {
    submit: 'Crear una plantilla así',
    hint: 'Una plantilla guarda lo que concede la clave, no para quién es.',
    untitled: (hint) => `Como …${hint}`,
  },
  notices: {
    made: (name) => `La plantilla ${name} está creada.`,
    changed: (name) => `La plantilla ${name} está guardada.`,
    deleted: (name) => `La plantilla ${name} está borrada.`,
    madeLike: 'La plantilla está creada. Póngale un nombre por el que la reconozcan en su equipo.',
  },
}
