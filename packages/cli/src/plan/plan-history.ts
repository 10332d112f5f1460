import { basename } from 'node:path';
import type { Language } from '@orientir/core/foundation';
import type { PlanVersion, RoadMap } from '@orientir/core/road-map';
import { contentHash, describeHistory, measureHistories } from '@orientir/core/road-map';
import { isoDateOf } from '@orientir/formats/plans';
import type { ExitStatus } from '../voice.js';
import type { PlanContext } from './plan.js';
import type { PlanArguments } from './plan-arguments.js';
import { readPlanOrRelease } from './plan-files.js';

/** `plan history`: what became of the measures over the versions of a plan. */
export async function planHistory(
  { files, measure: wanted, language, json }: Extract<PlanArguments, { verb: 'history' }>,
  { voice, texts }: PlanContext,
): Promise<ExitStatus> {
  const versions: (PlanVersion & { readonly file: string })[] = [];
  for (const file of files) {
    const version = await versionIn(file, language);
    if (version.date === undefined) {
      voice.complain(texts.versionWithoutDate(file));
      return 2;
    }
    versions.push({ file, date: version.date, plan: version.plan });
  }
  versions.sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0));
  const all = [
    ...new Map(versions.flatMap(({ plan }) => plan.measures).map((each) => [each.id, each])).values(),
  ];
  const asked = all.filter((each) => wanted === undefined || isCalled(each, wanted));
  if (wanted !== undefined && asked.length === 0) {
    voice.complain(texts.noMeasure(wanted));
    return 2;
  }
  const ids = new Set(asked.map(({ id }) => id));
  const histories = measureHistories(versions).filter(({ measure }) => ids.has(measure));
  const unchanged = asked.length - histories.length;
  if (json) {
    voice.say(
      JSON.stringify({
        versions: versions.map(({ file, date, plan }) => ({ file, date, hash: contentHash(plan) })),
        measures: histories,
        unchanged,
      }),
    );
    return 0;
  }
  voice.say(texts.versions(versions));
  for (const history of histories) for (const line of describeHistory(history, language)) voice.say(line);
  if (unchanged > 0) voice.say(texts.unchanged(unchanged));
  return 0;
}

/** The day in the name of the file; otherwise that of the release, or of the last approval in the record. */
async function versionIn(
  file: string,
  language: Language,
): Promise<{ readonly date: string | undefined; readonly plan: RoadMap }> {
  const { plan, date } = await readPlanOrRelease(file, language);
  const named = /\d{4}-\d\d-\d\d|\d\d?\.\d\d?\.\d{4}/.exec(basename(file))?.[0];
  const approved = plan.record?.events.filter(({ event }) => event === 'approved').at(-1)?.date;
  return { plan, date: (named === undefined ? undefined : isoDateOf(named)) ?? date ?? approved };
}

function isCalled(
  { id, number }: { readonly id: string; readonly number?: string },
  wanted: string,
): boolean {
  const bare = (text: string) => text.replace(/[.)]$/, '');
  return id === wanted || (number !== undefined && bare(number) === bare(wanted));
}
