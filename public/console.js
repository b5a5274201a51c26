/* What makes the console quicker where there is JavaScript. Every page works without it. */
;(function () {
  'use strict'

  document.querySelectorAll('[data-error-summary]').forEach((summary) => summary.focus())
  document.querySelectorAll('form[data-sending]').forEach(sendOnce)

  /** A second click while the first is on its way does nothing. `disabled` would lose the focus, and stay after Back. */
  function sendOnce(form) {
    const button = form.querySelector('[type=submit]')
    const status = form.querySelector('[data-status]')
    let timer

    function release() {
      clearTimeout(timer)
      button.removeAttribute('aria-disabled')
      if (status) status.textContent = ''
    }

    form.addEventListener('submit', function (event) {
      if (button.hasAttribute('aria-disabled')) return event.preventDefault()
      button.setAttribute('aria-disabled', 'true')
      if (status) status.textContent = form.dataset.sending
      timer = setTimeout(release, 20000) // the answer was lost: sending again is safe
    })
    window.addEventListener('pageshow', release)
  }
})()
