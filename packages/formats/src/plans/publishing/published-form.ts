import type { MeasureEntry, PlanRecord, RoadMap } from '@orientir/core/road-map';
import { linkTarget } from '../writing/link-target.js';

/**
 * The plan without what the public has no use for: who took a step and why a plan was returned, notes on measures, the
 * log of activities, and everything after the day. Content and approvals stay, so that its hash is that of the plan.
 *
 * Source cells stay in it for columns that no field stands for; {@link contentOf} takes them out of the JSON.
 */
export function publishedForm(plan: RoadMap, asOf: string | undefined): RoadMap {
  const { record, ...content } = plan;
  if (record === undefined) return content;
  const until = ({ date }: { readonly date: string }) => asOf === undefined || date <= asOf;
  const events = record.events.filter(until).map(({ event, date, role, hash }) => ({
    event,
    date,
    ...(role === undefined ? {} : { role }),
    ...(hash === undefined ? {} : { hash }),
  }));
  const measures = record.measures?.filter(until).map(publishedEntry);
  const values = record.values?.filter((value) => value.date === undefined || until({ date: value.date }));
  return {
    ...content,
    record: {
      events,
      ...(measures === undefined ? {} : { measures }),
      ...(values === undefined ? {} : { values }),
    } satisfies PlanRecord,
  };
}

function publishedEntry({ measure, status, date, evidence }: MeasureEntry): MeasureEntry {
  return {
    measure,
    status,
    date,
    ...(evidence === undefined
      ? {}
      : {
          evidence: evidence.map(({ title, href }) => {
            const target = href === undefined ? undefined : linkTarget(href);
            return target === undefined ? { title } : { title, href: target };
          }),
        }),
  };
}
