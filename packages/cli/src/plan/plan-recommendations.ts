import { recommendationsByAudience } from '@orientir/core/drafting';
import type { Measure, RoadMap } from '@orientir/core/road-map';
import { AUDIENCES } from '@orientir/core/road-map';
import type { ExitStatus } from '../voice.js';
import { draftOf } from './draft-plan.js';
import { readDocumentPlan } from './import-plan.js';
import type { PlanContext } from './plan.js';
import type { PlanArguments } from './plan-arguments.js';
import { readPlanJson } from './plan-files.js';

type RecommendationArguments = Extract<PlanArguments, { verb: 'recommendations' }>;

/**
 * `plan recommendations`: what a plan, or a draft from an analysis, advises to whom. 1 when it says of nothing for whom it is, or rows
 * of the list of schools were refused.
 */
export async function planRecommendations(
  options: RecommendationArguments,
  context: PlanContext,
): Promise<ExitStatus> {
  const { voice, texts } = context;
  const { language } = options;
  const read = await planOf(options, context);
  if (read === undefined) return 2;
  const { plan, rowsRejected } = read;
  const found = recommendationsByAudience(plan);
  const left = plan.measures.filter(({ audience = [] }) => audience.length === 0).length;
  if (options.json) {
    const audiences = [...found].map(([audience, measures]) => ({
      audience,
      measures: measures.map(({ provenance: _provenance, ...measure }) => measure),
    }));
    voice.say(JSON.stringify({ title: plan.title, audiences, without_audience: left }));
    return found.size === 0 || rowsRejected > 0 ? 1 : 0;
  }
  if (found.size === 0) {
    voice.complain(texts.noAudience);
    return 1;
  }
  voice.say(plan.title);
  for (const [audience, measures] of found) {
    voice.say('');
    voice.say(texts.audience(AUDIENCES[audience][language], measures.length));
    for (const measure of measures) sayMeasure(measure, context);
  }
  if (left > 0) {
    voice.say('');
    voice.say(texts.withoutAudience(left));
  }
  return rowsRejected > 0 ? 1 : 0;
}

async function planOf(
  options: RecommendationArguments,
  context: PlanContext,
): Promise<{ readonly plan: RoadMap; readonly rowsRejected: number } | undefined> {
  const { file, language } = options;
  if (file === undefined)
    return options.draft === undefined
      ? undefined
      : draftOf({ ...options.draft, language, id: 'draft' }, context);
  const plan = /\.json$/i.test(file)
    ? await readPlanJson(file, language)
    : (await readDocumentPlan(file, {}, language)).plan;
  return { plan, rowsRejected: 0 };
}

function sayMeasure(measure: Measure, { voice, texts }: PlanContext): void {
  const { number, text, recommendation, deadline, responsible, reason } = measure;
  const indented = (of: string) => of.trim().replace(/\s*\n\s*/g, '\n     ');
  voice.say(`  ${number === undefined ? '—' : number} ${indented(recommendation ?? text)}`);
  const terms = texts.terms(deadline.raw.trim(), responsible);
  if (terms !== '') voice.say(`     ${indented(terms)}`);
  if (reason !== undefined) voice.say(`     ${indented(reason)}`);
}
