import { describeChanges, diffPlans } from '@orientir/core/road-map';
import type { ExitStatus } from '../voice.js';
import type { PlanContext } from './plan.js';
import type { PlanArguments } from './plan-arguments.js';
import { readPlanOrRelease } from './plan-files.js';

/** `plan diff`: 0 when the content is the same, 1 when it differs. */
export async function diffPlanFiles(
  { files, language, json }: Extract<PlanArguments, { verb: 'diff' }>,
  { voice, texts }: PlanContext,
): Promise<ExitStatus> {
  const { plan: one } = await readPlanOrRelease(files[0], language);
  const { plan: other } = await readPlanOrRelease(files[1], language);
  const changes = diffPlans(one, other);
  if (json) voice.say(JSON.stringify(changes));
  else if (changes.length === 0) voice.say(texts.same);
  else for (const line of describeChanges(one, other, changes, language)) voice.say(line);
  return changes.length === 0 ? 0 : 1;
}
