/* What makes the console quicker where there is JavaScript. Every page works without it. */
;(function () {
  'use strict'

  document.querySelectorAll('[data-error-summary]').forEach((summary) => summary.focus())
  document.querySelectorAll('form[data-sending]').forEach(sendOnce)
  document.querySelectorAll('[data-select-all]').forEach(selectAll)

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

  /** One box that ticks those of all rows, and shows whether they are. */
  function selectAll(label) {
    const all = label.querySelector('input')
    const boxes = Array.from(label.closest('form').querySelectorAll('tbody input[type=checkbox]'))

    function show() {
      const ticked = boxes.filter((box) => box.checked).length
      all.checked = ticked === boxes.length
      all.indeterminate = ticked > 0 && ticked < boxes.length
    }

    label.hidden = false
    all.addEventListener('change', () => boxes.forEach((box) => (box.checked = all.checked)))
    boxes.forEach((box) => box.addEventListener('change', show))
    window.addEventListener('pageshow', show)
    show()
  }
})()
