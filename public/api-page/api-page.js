/**
 * Puts Swagger UI in the place of the plain list of operations, so that they can be tried. The token is kept by it, in
 * memory alone.
 */
;(function () {
  'use strict'

  const idempotency = 'Idempotency-Key'
  const find = (selector) => document.querySelector(selector)
  const place = find('[data-try]')
  const api = new URL(place.dataset.try, document.baseURI).href

  fetch(api + '/openapi.json')
    .then((answer) => answer.json())
    .then(show)

  function show(description) {
    const ui = window.SwaggerUIBundle({
      spec: toTry(description),
      domNode: place,
      layout: 'OperationsToTry',
      plugins: [operationsToTry],
      deepLinking: true,
      tryItOutEnabled: true,
      validatorUrl: null,
      syntaxHighlight: false,
      displayRequestDuration: true,
      requestInterceptor: nameOnce,
      onComplete: () => {
        find('[data-contents]').hidden = true
        find('[data-authorize]').hidden = false
      },
    })
    letAuthorize(ui)
    new window.MutationObserver(nameControls).observe(place, { childList: true, subtree: true })
  }

  /**
   * The calls go to where the page came from, and nothing is filled in but bodies: the examples of parameters would be
   * sent as if somebody had typed them.
   */
  function toTry(description) {
    const operations = Object.values(description.paths).flatMap((path) => Object.values(path))
    for (const parameter of operations.flatMap(({ parameters = [] }) => parameters)) {
      delete parameter.example
      delete parameter.schema.example
      if (parameter.name === idempotency) parameter.description += '. Left empty: one is made for you.'
    }
    return { ...description, servers: [{ url: api }] }
  }

  /** A POST can be sent again, and the command that is shown for it has the name under which. */
  function nameOnce(request) {
    if (request.method === 'POST' && !request.headers[idempotency]) request.headers[idempotency] = anyName()
    return request
  }

  /** Also over plain http, where browsers make no UUIDs. */
  const anyName = () =>
    Array.from(window.crypto.getRandomValues(new Uint8Array(16)), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join('')

  function operationsToTry({ React }) {
    const element = React.createElement
    return {
      components: {
        OperationsToTry: ({ getComponent }) =>
          element(
            'div',
            { className: 'swagger-ui' },
            element(getComponent('errors', true)),
            element(getComponent('operations', true)),
          ),
      },
      wrapComponents: {
        authorizeOperationBtn: () => () => null,
        // A link inside of a button: not to be reached by the keyboard.
        DeepLink:
          () =>
          ({ text }) =>
            element('span', null, text),
        // What is copied, or seen by others, has no token in it.
        curl: (Curl) => (props) =>
          element(Curl, {
            ...props,
            request: props.request.hasIn(['headers', 'Authorization'])
              ? props.request.setIn(['headers', 'Authorization'], 'Bearer glpiinv_…')
              : props.request,
          }),
      },
    }
  }

  function letAuthorize(ui) {
    const field = find('#token')
    const problem = find('[data-problem]')
    const owner = find('[data-owner]')
    const tell = (isIn) => {
      find('[data-signed-out]').hidden = isIn
      find('[data-signed-in]').hidden = !isIn
    }

    find('[data-authorize]').addEventListener('submit', (event) => {
      event.preventDefault()
      const token = field.value.trim()
      fetch(api + '/me', { headers: { Authorization: 'Bearer ' + token } })
        .then((answer) => answer.json().then((said) => ({ isGood: answer.ok, said })))
        .then(({ isGood, said }) => {
          problem.textContent = isGood ? '' : said.detail
          if (!isGood) return field.focus()
          field.value = ''
          ui.preauthorizeApiKey('token', token)
          owner.textContent = whose(said)
          tell(true)
          owner.focus()
        })
        .catch(() => {
          problem.textContent = 'The server did not answer. Try again.'
        })
    })
    find('[data-forget]').addEventListener('click', () => {
      ui.authActions.logout(['token'])
      tell(false)
      field.focus()
    })
  }

  const whose = ({ token, owner, authorisation: { profile, entity } }) =>
    `You act as ${owner.login}, with the profile ${profile.name} in ${entity.name}, for ${token.scopes.join(', ')}.`

  /** What Swagger UI leaves without a name, or where the keyboard cannot go. */
  function nameControls() {
    for (const row of place.querySelectorAll('[data-param-name]'))
      for (const control of row.querySelectorAll('input, select, textarea'))
        control.setAttribute('aria-label', row.dataset.paramName)
    for (const body of place.querySelectorAll('.body-param__text'))
      body.setAttribute('aria-label', 'Request body')
    for (const toggle of place.querySelectorAll('.json-schema-2020-12-accordion:not([aria-label])'))
      if (toggle.textContent === '') toggle.setAttribute('aria-label', 'Schema')
    for (const text of place.querySelectorAll('pre')) text.tabIndex = 0
    for (const table of place.querySelectorAll('table[role]')) table.removeAttribute('role')
  }
})()
