import type { FormFieldMessages } from '../messages/form-fields'

export const formFields: FormFieldMessages = {
  names: {
    firstname: 'Nombre',
    realname: 'Apellidos',
    email: 'Correo electrónico',
    phone: 'Teléfono',
    mobile: 'Teléfono móvil',
    registrationNumber: 'Número administrativo',
    title: 'Título',
    category: 'Categoría',
    location: 'Localización',
    language: 'Idioma',
    login: 'Nombre de usuario',
    terms: 'Condiciones de uso',
  },
  modes: { required: 'Obligatorio', optional: 'Opcional', locked: 'Bloqueado', hidden: 'Oculto' },
  legend: 'Lo que pide el formulario',
  hint: 'Lo bloqueado se muestra con el valor indicado aquí y no se puede cambiar. Lo oculto no se muestra, y la cuenta recibe el valor indicado aquí. El título, la categoría, la localización y el idioma son los elegidos arriba. Un nombre de usuario opcional u oculto se forma a partir del nombre.',
  modeOf: (field) => `${field}: en el formulario`,
  told: {
    required: (field) => `${field}: obligatorio`,
    optional: (field) => `${field}: opcional`,
    locked: (field) => `${field}: mostrado, bloqueado`,
    hidden: (field) => `${field}: no se muestra`,
  },
  value: 'Ya rellenado',
  valueOf: (field) => `${field}: ya rellenado en el formulario`,
  title: 'Formulario',
  parts: {
    fillPhone: 'Teléfono',
    fillMobile: 'Teléfono móvil',
    fillRegistrationNumber: 'Número administrativo',
    asks: 'Lo que pide el formulario',
  },
  problems: {
    'phone-characters': () => 'Esto no parece un número de teléfono.',
    'number-characters': () => 'Una dirección web o un carácter invisible no puede formar parte de él.',
    'locked-empty': (fields) => `Lo bloqueado necesita un valor. Indíquelo o no lo bloquee: ${fields}`,
    'mode-impossible': (fields) => `El formulario no puede hacer eso. Elija de nuevo: ${fields}`,
    'terms-missing': () =>
      'Aquí no hay condiciones que aceptar; quien gestiona el servidor puede establecerlas (TERMS_URL, TERMS_TEXT, TERMS_VERSION).',
    'login-pattern-off': () =>
      'Nadie formaría un nombre de usuario: pídalo, o haga que se configure LOGIN_PATTERN.',
  },
  reasons: {
    'phone-characters': 'No era un número de teléfono',
    'number-characters': 'Caracteres que un número administrativo no puede tener',
    'choice-gone': 'Lo elegido ya no estaba en GLPI',
    'choice-unknown': 'Lo escrito no estaba en la lista',
    'terms-not-accepted': 'No se aceptaron las condiciones de uso',
    'terms-changed': 'Las condiciones de uso habían cambiado',
  },
}
