/**
 * Does the work that a form asks of its browser, from the first thing that is typed on. Where this cannot run the form is
 * sent without it: the server takes some of those from each address.
 */
;(function () {
  'use strict'

  const field = document.querySelector('[data-altcha]')
  if (!field || !window.Worker) return
  const form = field.form
  const { maxnumber, ...challenge } = JSON.parse(field.dataset.altcha)
  let isBegun = false
  let isDone = false
  let waiting

  form.addEventListener('input', begin)
  // In the capture phase, before whatever else listens for the form being sent.
  document.addEventListener('submit', holdBack, true)
  window.addEventListener('pageshow', function (event) {
    if (event.persisted) window.location.reload() // an answer counts once
  })

  function begin() {
    if (isBegun) return
    isBegun = true
    const worker = new Worker(field.dataset.worker)
    worker.onmessage = function (event) {
      if (event.data !== undefined) field.value = btoa(JSON.stringify({ ...challenge, number: event.data }))
      finish()
    }
    worker.onerror = finish
    worker.postMessage({ ...challenge, maxnumber })
    setTimeout(finish, 20000)
  }

  function finish() {
    isDone = true
    if (waiting) form.requestSubmit(waiting.submitter)
    waiting = undefined
  }

  function holdBack(event) {
    if (event.target !== form || isDone || (event.submitter && event.submitter.name)) return
    event.preventDefault()
    event.stopPropagation()
    form.querySelector('[data-status]').textContent = form.dataset.sending
    waiting = { submitter: event.submitter }
    begin()
  }
})()
