/* What makes the console quicker where there is JavaScript. Every page works without it. */
;(function () {
  'use strict'

  document.querySelectorAll('[data-error-summary]').forEach((summary) => summary.focus())
  document.querySelectorAll('form[data-sending]').forEach(sendOnce)
  document.querySelectorAll('[data-select-all]').forEach(selectAll)

  document.querySelectorAll('form[data-making]').forEach(keepSentence)
  document.querySelectorAll('[data-filter]').forEach(offerFilter)
  document.querySelectorAll('[data-copy]').forEach(offerCopy)
  document.querySelectorAll('[data-print]').forEach(function (button) {
    button.hidden = false
    button.addEventListener('click', () => window.print())
  })

  /** A second click while the first is on its way does nothing. `disabled` would lose the focus, and stay after Back. */
  function sendOnce(form) {
    const button = form.querySelector('[type=submit]:not([tabindex])')
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

  /* Making keys */

  /** The sentence that says what the key will do follows the form; what it says first comes from the server. */
  function keepSentence(form) {
    const place = form.querySelector('[data-sentence]')
    const until = form.querySelector('[data-only-with]')
    const parts = JSON.parse(place.dataset.sentence)
    const dates = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }
    const times = { ...dates, hour: '2-digit', minute: '2-digit' }
    const language = document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang
    const write = (date, how) => new Intl.DateTimeFormat(language, how).format(date)
    const fill = (text, gaps) => text.replace(/\{(\w+)\}/g, (gap, name) => gaps[name] ?? gap)
    const value = (name) => form.elements[name]?.value?.trim() ?? ''
    const isOn = (name) => form.elements[name]?.checked ?? false
    const short = (name) => form.elements[name].selectedOptions[0]?.dataset.short ?? ''

    function endOf(life, starts) {
      if (life === 'never') return parts.never
      if (life === 'date') {
        const day = new Date(value('until') + 'T00:00')
        return isNaN(day) ? undefined : untilDay(day)
      }
      const begin = new Date(starts)
      if (isNaN(begin)) {
        return fill(parts.untilDay, { day: form.querySelector('[name=life]:checked').dataset.end })
      }
      begin.setDate(begin.getDate() + Number.parseInt(life, 10))
      return untilDay(begin)
    }

    /** Or the next day on which keys may end. */
    function untilDay(day) {
      while (!parts.workDays.includes(day.getDay() || 7)) day.setDate(day.getDate() + 1)
      return fill(parts.untilDay, { day: write(day, dates) })
    }

    function tell() {
      const life = value('life')
      until.hidden = life !== 'date'
      const starts = value('starts')
      const n = Number(value('uses') || 1)
      const end = endOf(life, starts)
      if (end === undefined || !(n >= 1)) return say('')
      const addresses = value('addresses')
        .split(/[\s,;]+/)
        .filter(Boolean)
      const domains = value('domains')
        .split(/[\s,;]+/)
        .filter(Boolean)
        .map((domain) => domain.replace(/^@/, ''))
      const sentence = fill(isOn('unlimited') ? parts.unlimited : n === 1 ? parts.one : parts.many, {
        n: n,
        entity: isOn('recursive') ? fill(parts.andBelow, { entity: short('entity') }) : short('entity'),
        profile: short('profile'),
        from: starts ? fill(parts.from, { start: write(new Date(starts), times) }) : '',
        until: end,
      })
      say([sentence, whoFor(addresses, domains), lifeOfAccount()].filter(Boolean).join(' '))
    }

    function whoFor(addresses, domains) {
      const n = addresses.length
      const who = n === 1 ? addresses[0] : fill(parts.addresses, { n: n })
      const gaps = { address: addresses[0], n: n, domains: domains.join(', '), who: who }
      if (domains.length) return fill(n ? parts.onlyBoth : parts.onlyDomains, gaps)
      return n ? fill(n === 1 ? parts.onlyAddress : parts.onlyAddresses, gaps) : ''
    }

    function lifeOfAccount() {
      const kind = value('account')
      if (kind === 'date') {
        const day = new Date(value('accountUntil') + 'T00:00')
        const plain = Object.assign({}, dates, { weekday: undefined })
        return isNaN(day) ? '' : fill(parts.accountUntil, { day: write(day, plain) })
      }
      const n = Number(value(kind === 'days' ? 'accountDays' : 'accountMonths'))
      if ((kind !== 'days' && kind !== 'months') || !(n >= 1)) return ''
      const [one, many] =
        kind === 'days' ? [parts.accountDay, parts.accountDays] : [parts.accountMonth, parts.accountMonths]
      return fill(n === 1 ? one : many, { n: n })
    }

    // Written only when it changes: a screen reader reads out every change.
    const say = (sentence) => place.textContent === sentence || (place.textContent = sentence)

    // Whoever gives a number of days means days.
    form.addEventListener('input', function ({ target }) {
      const choice = target.dataset.chooses && document.getElementById(target.dataset.chooses)
      if (choice && target.value) choice.checked = true
    })
    form.addEventListener('input', tell)
    window.addEventListener('pageshow', tell)
    until.hidden = value('life') !== 'date'
  }

  /** A box above a long list that leaves only what has the typed words in it, and what is chosen. */
  function offerFilter(list) {
    const box = document.createElement('input')
    const status = document.createElement('p')
    const isSelect = list.tagName === 'SELECT'
    const all = Array.from(isSelect ? list.options : list.children)
    const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    const isChosen = (one) =>
      isSelect ? one.selected || one.value === '' : one.querySelector('input').checked

    box.type = 'search'
    box.className = 'form-control list-filter'
    box.placeholder = list.dataset.filter
    box.setAttribute('aria-label', list.dataset.filter)
    box.autocomplete = 'off'
    status.className = 'form-hint'
    status.setAttribute('role', 'status')
    list.before(box)
    list.after(status)

    box.addEventListener('input', function () {
      const words = plain(box.value).split(/\s+/).filter(Boolean)
      const fits = (one) => words.every((word) => plain(one.textContent).includes(word))
      const shown = all.filter((one) => fits(one) || isChosen(one))
      if (isSelect) list.replaceChildren(...shown)
      else all.forEach((one) => (one.hidden = !shown.includes(one)))
      status.textContent = words.length
        ? list.dataset.filterStatus.replace('{shown}', all.filter(fits).length).replace('{all}', all.length)
        : ''
    })
    // Enter would send the form, which nobody means in here.
    box.addEventListener('keydown', (event) => event.key === 'Enter' && event.preventDefault())
  }

  /** Copies a text, or the rows of a table as a spreadsheet takes them, and says so. */
  function offerCopy(button) {
    const source = document.getElementById(button.dataset.copy)
    const status = document.querySelector('[data-copy-status]')
    const cells = (row) => Array.from(row.cells, (cell) => cell.textContent.trim()).join('\t')
    const text = () =>
      source.dataset.copyText ?? Array.from(source.querySelectorAll('[data-copy-row]'), cells).join('\n')

    button.hidden = false
    if (!document.querySelector('[data-error-summary]')) button.focus()
    button.addEventListener('click', async function () {
      status.textContent = ''
      const isDone = await copy(text())
      status.textContent = isDone ? button.dataset.copied : button.dataset.copyFailed
    })
  }

  /** Over plain http browsers have no clipboard but the old one. */
  async function copy(text) {
    if (window.navigator.clipboard) {
      return window.navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      )
    }
    const area = document.createElement('textarea')
    const before = document.activeElement
    area.value = text
    area.style.position = 'fixed' // or the page would scroll to it
    document.body.append(area)
    area.select()
    const isDone = document.execCommand('copy')
    area.remove()
    if (before) before.focus()
    return isDone
  }
})()
