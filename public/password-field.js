/**
 * Says of a new password, while it is typed, which rules it keeps and how strong it is. The rules are the server's own
 * (password-rules.js); it applies them again to what it is sent.
 */
;(function () {
  'use strict'

  document.querySelectorAll('[data-new-password]').forEach(judgeWhileTyped)

  function judgeWhileTyped(box) {
    const field = box.querySelector('input')
    const rules = JSON.parse(box.dataset.rules)
    const words = JSON.parse(box.dataset.words)
    const hints = Array.from(box.querySelectorAll('[data-codes]'))
    const known = box.dataset.known.split(' ')
    const meter = box.querySelector('[data-strength]')
    const spoken = meter.querySelector('[data-strength-text]')
    let isLoading = false
    let said = ''
    let timer

    field.addEventListener('focus', loadEstimator)
    field.form.addEventListener('input', judge)
    window.addEventListener('pageshow', judge)

    function judge() {
      const problems =
        field.value === '' ? undefined : problemsOf(window.passwordJudge.checkRules(rules, field.value))
      const strength = field.value === '' ? undefined : estimate()
      if (strength && strength.problem) problems.push(strength.problem.code)
      hints.forEach((hint) => mark(hint, problems, strength))
      clearTimeout(timer)
      timer = setTimeout(() => say(problems, strength), 500) // not each letter: it is read out
    }

    const problemsOf = (found) => found.map((problem) => problem.code)

    /** Until the estimator is here, nothing is said of strength. */
    function estimate() {
      const judge = window.passwordJudge
      return judge.estimate && judge.estimate(field.value, known.map(valueOf).filter(Boolean))
    }

    function valueOf(id) {
      const other = document.getElementById(id)
      return other && other.value.trim()
    }

    function mark(hint, problems, strength) {
      const codes = hint.dataset.codes.split(' ')
      const isAboutStrength = codes.includes('password-weak')
      const isKept =
        problems && (!isAboutStrength || strength) && !codes.some((code) => problems.includes(code))
      hint.toggleAttribute('data-is-kept', Boolean(isKept))
      hint.querySelector('[data-kept]').textContent = isKept ? words.kept : ''
    }

    function say(problems, strength) {
      const missing = problems ? hints.filter((hint) => !hint.hasAttribute('data-is-kept')) : []
      meter.querySelector('.meter-bar').hidden = !strength
      meter.dataset.score = strength ? strength.score : ''
      const text = strength ? wordsFor(strength) : ''
      const unseen = text && missing.length > 0 ? sentenceAbout(missing) : ''
      if (text + unseen === said) return
      said = text + unseen
      spoken.textContent = text
      if (unseen !== '') spoken.append(hidden(unseen))
    }

    const sentenceAbout = (missing) =>
      ` ${words.missing} ${missing.map((hint) => hint.firstChild.textContent.trim()).join(' ')}`

    function hidden(text) {
      const note = document.createElement('span')
      note.className = 'visually-hidden'
      note.textContent = text
      return note
    }

    function wordsFor(strength) {
      const isCommon = strength.problem && strength.problem.code === 'password-common'
      return isCommon ? words.common : words.scores[strength.score]
    }

    /** Twice the rest of the page, so it comes when somebody chooses a password, and not where data is dear. */
    function loadEstimator() {
      const { connection } = window.navigator
      if (isLoading || (connection && connection.saveData)) return
      isLoading = true
      const script = document.createElement('script')
      script.src = box.dataset.estimator
      script.addEventListener('load', judge)
      document.head.append(script)
    }
  }
})()
