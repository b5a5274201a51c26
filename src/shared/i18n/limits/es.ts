import type { LimitMessages } from './messages'

export const limits: LimitMessages = {
  limits: {
    heading: 'Espere un momento, por favor',
    reason:
      'Desde su conexión han llegado muchas solicitudes en poco tiempo. Es posible que la comparta con otras personas y que no haya sido usted. Su invitación sigue siendo válida.',
    advice: (when) =>
      `Vuelva a abrir el enlace de su invitación ${when}. Si eso no ayuda, pregunte a la persona que se la envió o al servicio de asistencia.`,
    form: (when) =>
      `Desde su conexión, que quizá comparta con otras personas, muchos formularios no se han aceptado en poco tiempo. Revise lo que está marcado y lo que ha escrito, y vuelva a introducir la contraseña. Si el formulario regresa otra vez, envíelo de nuevo ${when}.`,
    unproven: (when) =>
      `Desde su conexión han llegado muchos formularios sin el trabajo que su navegador hace en segundo plano. Active JavaScript y vuelva a abrir el enlace de su invitación, o introduzca de nuevo la contraseña y envíe este formulario ${when}. Lo que ha escrito sigue aquí.`,
    code: (when) =>
      `Desde su conexión, que quizá comparta con otras personas, se han probado muchos códigos en poco tiempo. Compare el código con su invitación y vuelva a introducirlo ${when}.`,
  },
  taken: {
    email: 'Ya existe una cuenta con esta dirección.',
    advice: {
      usable: 'Si es la suya, inicie sesión con ella; no necesita una segunda.',
      passwordless:
        'Si es la suya, se creó sin contraseña: pregunte al servicio de asistencia cómo iniciar sesión con ella.',
      directory:
        'Si es la suya, inicie sesión con el nombre de usuario y la contraseña que utiliza en su organización.',
      'mail-server': 'Si es la suya, inicie sesión con la contraseña de su buzón de correo.',
      disabled: 'Si es la suya, está desactivada por ahora: pida al servicio de asistencia que la reactive.',
      deleted: 'Si es la suya, se eliminó: pida al servicio de asistencia que la restaure.',
    },
  },
}
