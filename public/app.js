/** What scripts add to the public pages. Every page does its work without this file. */
;(function () {
  'use strict'

  const summary = document.querySelector('[data-error-summary]')
  if (summary) summary.focus()

  const toggle = document.querySelector('[data-password-toggle]')
  if (toggle) offerToShowPassword(toggle)

  document.querySelectorAll('[data-one-line]').forEach(sendOnEnter)
  document.querySelectorAll('form[data-sending]').forEach(sendOnce)

  function offerToShowPassword(button) {
    const field = document.getElementById(button.getAttribute('aria-controls'))
    const status = document.querySelector('[data-password-status]')

    function show(shown) {
      field.type = shown ? 'text' : 'password'
      button.querySelector('[data-when=hidden]').hidden = shown
      button.querySelector('[data-when=shown]').hidden = !shown
    }

    button.hidden = false
    button.addEventListener('click', function () {
      const shown = field.type === 'password'
      show(shown)
      status.textContent = shown ? button.dataset.shown : button.dataset.hidden
    })
    // Browsers keep what was typed in text fields, and offer to save only what leaves a password field.
    field.form.addEventListener('submit', () => show(false))
    window.addEventListener('pageshow', () => show(false))
  }

  /** A code has no second line: Enter, and Go on a phone, mean "send". */
  function sendOnEnter(field) {
    field.addEventListener('keydown', function (event) {
      if (event.key !== 'Enter' || event.isComposing) return
      event.preventDefault()
      field.form.querySelector('[type=submit]').click()
    })
  }

  /** A second click while the first is on its way does nothing. `disabled` would lose the focus, and stay after Back. */
  function sendOnce(form) {
    const button = form.querySelector('[type=submit]')
    const status = form.querySelector('[data-status]')
    let timer

    function release() {
      clearTimeout(timer)
      button.removeAttribute('aria-disabled')
      status.textContent = ''
    }

    function giveUp() {
      release()
      status.textContent = form.dataset.slow || ''
    }

    form.addEventListener('submit', function (event) {
      if (event.submitter && event.submitter.name === 'speak') return // the page in another language, and no more
      if (button.hasAttribute('aria-disabled')) return event.preventDefault()
      if (navigator.onLine === false && form.dataset.offline) {
        event.preventDefault() // the page of an error would take away what was typed
        status.textContent = form.dataset.offline
        return
      }
      button.setAttribute('aria-disabled', 'true')
      status.textContent = form.dataset.sending
      timer = setTimeout(giveUp, 20000) // the answer was lost: sending again is safe, and gives the first result
    })
    window.addEventListener('pageshow', release)
  }
})()
