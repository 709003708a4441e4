import {
  FieldErrorLine,
  Form,
  Submit,
  SubmitRow,
  TextField,
  useField,
  type FormProblem,
} from '#app/components/form.tsx';
import { Empty, Notice, Section } from '#app/components/page-parts.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import { webhookEvents } from './events.ts';
import type { DeliveryRow, WebhookPage, WebhookRow } from './webhook-queries.server.ts';

export function WebhookList({ webhooks }: { webhooks: readonly WebhookRow[] }) {
  const t = useT();
  const to = usePaths();
  return (
    <Section id="adresy" title={t('openness.webhooks.list')}>
      {webhooks.length === 0 ? (
        <Empty>
          <p>{t('openness.webhooks.none')}</p>
        </Empty>
      ) : (
        <ul className="rows rows--split">
          {webhooks.map((webhook) => (
            <li key={webhook.id}>
              <div>
                <h3 className="sub-head break">
                  <a href={to.webhook(webhook.id)}>{webhook.url}</a>
                </h3>
                <p className="meta">
                  {eventsOf(webhook)
                    .map((event) => t(`openness.event.${event}`))
                    .join(', ')}
                </p>
              </div>
              <p className="meta">
                <WebhookState webhook={webhook} />
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

const eventsOf = ({ events }: { events: readonly string[] }) => webhookEvents.filter((event) => events.includes(event));

function WebhookState({ webhook }: { webhook: WebhookRow }) {
  const t = useT();
  const locale = useLocale();
  if (webhook.disabledAt)
    return t(webhook.disabledBy === 'failure' ? 'openness.webhook.gave-up' : 'openness.webhook.off', {
      date: formatDateTime(locale, webhook.disabledAt),
    });
  if (webhook.failingSince)
    return t('openness.webhook.failing', { date: formatDateTime(locale, webhook.failingSince) });
  return t('openness.webhook.on');
}

export function WebhookForm({
  place,
  failure,
}: {
  place: { teryt: string; name: string };
  failure: FormProblem | null | undefined;
}) {
  const t = useT();
  const own = failure?.values.teryt?.[0] === place.teryt ? failure : null;
  return (
    <Section id={`nowy-${place.teryt}`} title={t('openness.webhook.new', { name: place.name })}>
      <Form failure={own}>
        <input type="hidden" name="teryt" value={place.teryt} />
        <TextField
          name="url"
          max={bounds.webhookUrl}
          type="url"
          inputMode="url"
          label={t('openness.webhook.url')}
          hint={t('openness.webhook.url-hint')}
        />
        <EventFields />
        <SubmitRow>
          <Submit>{t('openness.webhook.create')}</Submit>
        </SubmitRow>
      </Form>
    </Section>
  );
}

function EventFields() {
  const t = useT();
  const field = useField('events', false, t('openness.webhook.events'));
  return (
    <fieldset className="field" id={field.id} tabIndex={-1} aria-describedby={field.describedBy}>
      <legend>{t('openness.webhook.events')}</legend>
      <div className="choices">
        {webhookEvents.map((event) => (
          <label className="choice" key={event}>
            <input
              type="checkbox"
              name="events"
              value={event}
              defaultChecked={field.values?.includes(event) ?? false}
            />
            <span className="plain">
              {t(`openness.event.${event}`)}{' '}
              <small>
                <code>{event}</code>
              </small>
            </span>
          </label>
        ))}
      </div>
      <FieldErrorLine field={field} />
    </fieldset>
  );
}

export function WebhookDetails({ webhook }: { webhook: WebhookPage }) {
  const t = useT();
  return (
    <>
      <Notice warn={webhook.disabledAt !== null || webhook.failingSince !== null}>
        <p>
          <WebhookState webhook={webhook} />
        </p>
      </Notice>
      <ul className="stack stack--2 mt-4">
        {eventsOf(webhook).map((event) => (
          <li key={event}>
            {t(`openness.event.${event}`)} <code>{event}</code>
          </li>
        ))}
      </ul>
      <form method="post" className="actions mt-4">
        <Submit name="intent" value="test" quiet>
          {t('openness.webhook.test')}
        </Submit>
        {webhook.disabledAt ? (
          <Submit name="intent" value="on" quiet>
            {t('openness.webhook.switch-on')}
          </Submit>
        ) : (
          <Submit name="intent" value="off" quiet>
            {t('openness.webhook.switch-off')}
          </Submit>
        )}
        <Submit name="intent" value="delete" quiet>
          {t('openness.webhook.delete')}
        </Submit>
      </form>
      <Section id="podpis" title={t('openness.webhook.signature')}>
        <div className="stack w-40">
          <p>{t('openness.webhook.signature-note')}</p>
          <details>
            <summary>{t('openness.webhook.secret')}</summary>
            <p>
              <code className="secret">{webhook.secret}</code>
            </p>
          </details>
        </div>
      </Section>
      <Log webhook={webhook} />
    </>
  );
}

function Log({ webhook }: { webhook: WebhookPage }) {
  const t = useT();
  return (
    <Section id="dziennik" title={t('openness.webhook.log')}>
      {webhook.deliveries.length === 0 ? (
        <Empty>
          <p>{t('openness.webhook.log-empty')}</p>
        </Empty>
      ) : (
        <div className="room">
          <table role="table" className="data data--stack">
            <caption className="vh">{t('openness.webhook.log')}</caption>
            <thead>
              <tr>
                {(['what', 'when', 'result', 'again'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`openness.col.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {webhook.deliveries.map((delivery) => (
                <LogRow key={delivery.id} delivery={delivery} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}

function LogRow({ delivery }: { delivery: DeliveryRow }) {
  const t = useT();
  const locale = useLocale();
  const kind = webhookEvents.find((event) => event === delivery.kind);
  const what = kind ? t(`openness.event.${kind}`) : t('openness.event.test');
  const answer =
    delivery.lastStatus === null ? delivery.lastError : t('openness.webhook.answered', { status: delivery.lastStatus });
  return (
    <tr>
      <th scope="row">{what}</th>
      <td data-label={t('openness.col.when')}>{formatDateTime(locale, delivery.triedAt ?? delivery.createdAt)}</td>
      <td data-label={t('openness.col.result')}>
        <div>
          {t(`openness.delivery.${delivery.state}`, { count: delivery.attempts })}
          {answer ? <small className="break"> {answer}</small> : null}
          {delivery.state === 'waiting' && delivery.attempts > 0 ? (
            <small> {t('openness.webhook.next', { date: formatDateTime(locale, delivery.nextAt) })}</small>
          ) : null}
        </div>
      </td>
      <td data-label={t('openness.col.again')}>
        <Replay id={delivery.id} what={what} />
      </td>
    </tr>
  );
}

function Replay({ id, what }: { id: string; what: string }) {
  const t = useT();
  return (
    <form method="post">
      <input type="hidden" name="delivery" value={id} />
      <button className="btn btn--quiet btn--small" type="submit" name="intent" value="replay">
        {t('openness.webhook.replay')}
        <span className="vh">: {what}</span>
      </button>
    </form>
  );
}
