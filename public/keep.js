/**
 * Keeps what was typed into a form, without passwords, until the account is made: for Back, a reload, and a line that
 * breaks. It stays in this tab and ends with it.
 */
;(function () {
  'use strict'

  const start = 'typed:'
  const store = openStore()
  if (!store) return

  if (document.querySelector('[data-forget-typed]')) {
    for (const name of Object.keys(store)) if (name.startsWith(start)) store.removeItem(name)
  }
  document.querySelectorAll('form[data-keep]').forEach(keep)

  function keep(form) {
    const name = start + form.dataset.keep
    const fields = Array.from(form.elements).filter(isKept)
    restore(fields, JSON.parse(store.getItem(name) || '{}'))
    form.addEventListener('input', function () {
      try {
        store.setItem(
          name,
          JSON.stringify(Object.fromEntries(fields.map((field) => [field.name, valueOf(field)]))),
        )
      } catch {
        // No room: then it is as it was without this file.
      }
    })
  }

  function restore(fields, typed) {
    for (const field of fields) {
      const value = typed[field.name]
      if (typeof value === 'boolean') field.checked = value
      else if (typeof value === 'string') field.value = value
    }
  }

  function isKept(field) {
    return (
      field.name &&
      !field.readOnly &&
      !['hidden', 'password', 'submit', 'button', 'radio', 'fieldset'].includes(field.type)
    )
  }

  const valueOf = (field) => (field.type === 'checkbox' ? field.checked : field.value)

  /** Where storage is turned off, even asking for it fails. */
  function openStore() {
    try {
      return window.sessionStorage
    } catch {
      return undefined
    }
  }
})()
