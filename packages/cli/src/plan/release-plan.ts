import { describeChanges, diffPlans, matchApproval, releaseOf } from '@orientir/core/road-map';
import { releaseJson } from '@orientir/formats/plans';
import type { ExitStatus } from '../voice.js';
import type { PlanContext } from './plan.js';
import type { PlanArguments } from './plan-arguments.js';
import { readPlanJson, readRelease } from './plan-files.js';

/** `plan release`: the approved content with its hash. 1, and nothing is written, when the plan is not as approved. */
export async function writeRelease(
  { file, out, language, force, json }: Extract<PlanArguments, { verb: 'release' }>,
  { voice, texts, writeNew }: PlanContext,
): Promise<ExitStatus> {
  const plan = await readPlanJson(file, language);
  const match = matchApproval(plan);
  if (match.kind !== 'approved') {
    voice.complain(texts.notAsApproved(match.kind, force));
    if (!force) return 1;
  }
  const release = releaseOf(plan);
  if (!(await writeNew(out, releaseJson(release)))) return 2;
  const { date, hash } = release;
  if (json) voice.say(JSON.stringify({ out, date, hash }));
  else voice.say(texts.released(out, date, hash));
  return 0;
}

/** `plan match`: 0 when the content is what was approved, 1 when it is not. */
export async function matchPlan(
  { file, release: path, language, json }: Extract<PlanArguments, { verb: 'match' }>,
  { voice, texts }: PlanContext,
): Promise<ExitStatus> {
  const plan = await readPlanJson(file, language);
  const release = path === undefined ? undefined : await readRelease(path, language);
  const match = matchApproval(plan, release);
  const changes = release === undefined ? [] : diffPlans(release.plan, plan);
  if (json) {
    voice.say(
      JSON.stringify({ ...match, ...(release === undefined ? {} : { date: release.date, changes }) }),
    );
  } else {
    voice.say(
      texts.match(
        match.kind,
        release === undefined ? undefined : { date: release.date, changes: changes.length },
      ),
    );
    if (release !== undefined)
      for (const line of describeChanges(release.plan, plan, changes, language)) voice.say(`  ${line}`);
  }
  return match.kind === 'approved' ? 0 : 1;
}
