import type { FormMessages } from './messages'

export const form: FormMessages = {
  form: {
    fields: {
      phone: 'Teléfono',
      mobile: 'Teléfono móvil',
      registrationNumber: 'Número administrativo',
      title: 'Título',
      category: 'Categoría',
      location: 'Localización',
      language: 'Idioma',
      terms: 'Condiciones de uso',
    },
    problems: {
      'phone-characters':
        'Esto no parece un número de teléfono. Use solo cifras, espacios y + ( ) . - /, por ejemplo +34 912 34 56 78.',
      'number-characters':
        'Una dirección web o un carácter invisible no puede formar parte de él. Escríbalo de nuevo tal como aparece en su credencial o contrato.',
      'choice-gone': 'Esta opción ya no está disponible. Elija de nuevo.',
      'choice-unknown': 'Esto no está en la lista. Elija algo parecido o escriba otra cosa.',
      'terms-not-accepted': 'Marque la casilla si las acepta. Sin ello no se puede crear la cuenta.',
      'terms-changed':
        'Las condiciones han cambiado mientras usted escribía. Léalas de nuevo y marque la casilla.',
    },
    optional: '(opcional)',
    optionalNote: 'Puede dejar vacío lo que está marcado como «opcional».',
    choose: '– elija –',
    chooseNothing: '– ninguno –',
    usualLanguage: '– el habitual –',
    search: 'Escriba una parte y elija de la lista.',
    phoneHint: 'Con el prefijo del país si no es un número de la organización, por ejemplo +34 912 34 56 78',
    numberHint: 'El número con el que su organización le conoce. Puede figurar en su credencial o contrato.',
    loginMadeUp:
      'El nombre con el que iniciará sesión. Si lo deja vacío, se formará uno a partir de su nombre.',
    loginProposed:
      'Lo dejó vacío; aquí tiene uno que está libre. Consérvelo o escriba otro, elija su contraseña y envíe el formulario de nuevo.',
    loginsFree: 'Estos están libres:',
    takeLogin: 'Usar',
    termsLead: 'Lea esto antes de continuar.',
    termsLink: 'Leer las condiciones de uso (se abre en una pestaña nueva)',
    termsAccept: 'He leído y acepto las condiciones de uso.',
  },
}
