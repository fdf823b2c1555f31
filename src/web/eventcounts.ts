import { Counter, type Registry } from 'prom-client';

type Fields = Record<string, unknown>;

/** Counts what is told by events of the log; a restart begins anew, as counters of Prometheus may. */
export function countEvents(registry: Registry): (event: string, fields: Fields) => void {
  const counter = (name: string, help: string, labelNames: string[] = []) =>
    new Counter({ name: `telewire_${name}_total`, help, labelNames, registers: [registry] });

  const sends = counter('sends', 'Messages to chats, by what came of them.', ['outcome']);
  const floods = counter('floods', 'How often Telegram asked for a rest.');
  const unneeded = counter('deliveries_unneeded', 'Deliveries that nobody was sent.', ['reason']);
  const entries = counter('entries', 'New entries of feeds.');
  const answers = counter('answers_refused', 'Answers to people that Telegram refused.', ['kind']);
  const faults = counter('faults', 'What should not happen, by event.', ['event']);

  const counts: Record<string, (fields: Fields) => void> = {
    'delivery.sent': () => sends.inc({ outcome: 'sent' }),
    'bundle.sent': () => sends.inc({ outcome: 'sent' }),
    'delivery.unsent': ({ kind }) => {
      sends.inc({ outcome: String(kind) });
      if (kind === 'flood') floods.inc();
    },
    'delivery.dead': () => sends.inc({ outcome: 'refused' }),
    'delivery.filtered': () => unneeded.inc({ reason: 'filtered' }),
    'delivery.told': () => unneeded.inc({ reason: 'told' }),
    'feed.fetched': ({ fresh }) => entries.inc(Number(fresh)),
    'answer.refused': ({ kind }) => answers.inc({ kind: String(kind) }),
  };
  // What has not happened yet is 0, not absent: only so can its rise be seen.
  for (const outcome of ['sent', 'flood', 'passing', 'uncertain', 'refused']) {
    sends.inc({ outcome }, 0);
  }

  return (event, fields) => {
    counts[event]?.(fields);
    if (event.endsWith('.crashed')) faults.inc({ event });
  };
}
