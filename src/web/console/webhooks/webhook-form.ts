import { z } from 'zod'
import type { Context } from '../../../context'
import { AppError } from '../../../shared/errors'
import { newUid } from '../../../shared/random'
import type { EndpointProblem } from '../../../webhooks'
import type { Desk, Own } from '../desk'
import type { WebhookFormView } from '../views/webhooks'

const Text = z.string().trim().max(10_000).catch('')
const Form = z.object({
  token: Text,
  url: Text,
  description: Text,
  types: z.union([z.array(z.string()), z.string().transform((one) => [one])]).catch([]),
})

/** What was typed into the form of a webhook. */
export type WebhookForm = z.output<typeof Form>
export type WebhookErrors = WebhookFormView['errors']

const purpose = 'webhook-form'

/** All types are chosen: who wants fewer takes some away. */
export const newWebhookForm = (context: Context): WebhookForm => ({
  token: context.sealer.seal(purpose, newUid(context)),
  url: '',
  description: '',
  types: ['all'],
})

export const readWebhookForm = (body: unknown): WebhookForm => Form.parse(body ?? {})

/**
 * The webhook that this very form makes, so that sending it twice makes one.
 *
 * @throws {AppError} FORM_UNREADABLE
 */
export function uidOfForm({ sealer }: Context, { token }: WebhookForm): string {
  const uid = z.uuid().safeParse(sealer.unseal(purpose, token)).data
  if (uid === undefined) throw new AppError('FORM_UNREADABLE', 'the form has no token of this server')
  return uid
}

const fieldOf: Record<EndpointProblem, keyof WebhookErrors> = {
  'url-invalid': 'url',
  'url-too-long': 'url',
  'url-credentials': 'url',
  'url-not-https': 'url',
  'url-private': 'url',
  'description-too-long': 'description',
  'types-missing': 'types',
  'too-many': 'url',
  'replaced-since': 'url',
}

/** @throws whatever is nothing that was typed */
export async function tellProblem(error: unknown, { t }: Desk): Promise<WebhookErrors> {
  const { EndpointRefused } = await import('../../../webhooks/index.js')
  if (!(error instanceof EndpointRefused)) throw error
  return { [fieldOf[error.problem]]: t.webhooks.problems[error.problem] }
}

/** The fields, for a page of their own or that of a webhook. */
export async function webhookFields(
  { t }: Desk,
  form: WebhookForm,
  errors: WebhookErrors = {},
): Promise<WebhookFormView> {
  const { webhookTypes } = await import('../../../webhooks/index.js')
  const words = t.webhooks
  const fields = ['url', 'description', 'types'] as const
  return {
    token: form.token,
    url: form.url,
    description: form.description,
    types: webhookTypes.map((value) => ({
      value,
      text: words.types[value] ?? value,
      isChosen: form.types.includes(value) || form.types.includes('all'),
    })),
    errors,
    errorLines: fields.flatMap((field) => {
      const message = errors[field]
      return message === undefined ? [] : [{ field, text: t.making.errorLine(words.fields[field], message) }]
    }),
  }
}

export const webhookFormView = async (
  desk: Desk,
  form: WebhookForm,
  errors?: WebhookErrors,
): Promise<Own<'new-webhook'>> => ({
  ...(await webhookFields(desk, form, errors)),
  title: desk.t.webhooks.newTitle,
  csrf: desk.csrf,
  action: `${desk.root}/webhooks`,
  backHref: `${desk.root}/webhooks`,
})
