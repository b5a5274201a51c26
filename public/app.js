/** What scripts add to the public pages. Every page does its work without this file. */
;(function () {
  'use strict'

  const summary = document.querySelector('[data-error-summary]')
  if (summary) summary.focus()

  const toggle = document.querySelector('[data-password-toggle]')
  if (toggle) offerToShowPassword(toggle)

  document.querySelectorAll('[data-one-line]').forEach(sendOnEnter)
  document.querySelectorAll('[data-login-pattern]').forEach(proposeLogin)
  document.querySelectorAll('[data-free-logins]').forEach(offerLogins)
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

  /** Writes a login while the name is typed, until somebody types one. src/registration/login-pattern.ts does the same. */
  function proposeLogin(field) {
    const pattern = field.dataset.loginPattern
    const sources = ['firstname', 'realname', 'email']
      .map((id) => document.getElementById(id))
      .filter(Boolean)
    let proposed = field.value === '' ? '' : undefined

    field.addEventListener('input', () => (proposed = field.value === '' ? '' : undefined))
    sources.forEach((source) => source.addEventListener('input', propose))

    function propose() {
      if (proposed === undefined || field.value !== proposed) return
      const value = (id) => (sources.find((source) => source.id === id) || { value: '' }).value.trim()
      const local = value('email').replace(/@[^@]*$/, '')
      const first = (text) => Array.from(text)[0] || ''
      const parts = {
        firstname: value('firstname'),
        realname: value('realname'),
        f: first(value('firstname')),
        r: first(value('realname')),
        email: value('email'),
        'email-local': local,
      }
      const made = tidy(pattern.replace(/\{([\w-]+)\}/g, (_, name) => fold(parts[name] || ''))).slice(0, 60)
      const plain = [made, fold(local)].find((login) => /^[a-z0-9@._-]+$/.test(login))
      proposed = field.value = plain || ''
    }

    function fold(text) {
      const whole = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }
      return tidy(
        text
          .toLowerCase()
          .normalize('NFKD')
          .replace(/\p{M}/gu, '')
          .replace(/[ßæœøłđðþı]/g, (letter) => whole[letter])
          .replace(/['’ʼ`´]/g, '')
          .replace(/[^\p{L}\p{N}@._+-]+/gu, '-'),
      )
    }

    function tidy(text) {
      return text.replace(/([._-])[._-]+/g, '$1').replace(/^[._-]+|[._-]+$/g, '')
    }
  }

  /** Logins that are free become buttons that fill the field in. */
  function offerLogins(list) {
    const field = list.parentElement.querySelector('input')
    list.querySelectorAll('li').forEach(function (item) {
      const button = document.createElement('button')
      button.type = 'button'
      button.className = 'btn'
      button.textContent = item.textContent.trim()
      button.setAttribute('aria-label', `${list.dataset.take} ${button.textContent}`)
      button.addEventListener('click', function () {
        field.value = button.textContent
        field.focus()
      })
      item.replaceChildren(button)
    })
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
