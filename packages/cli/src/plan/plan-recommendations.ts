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

/** `plan recommendations`: what a plan, or a draft from an analysis, advises to whom. 1 when it says of nothing for whom it is. */
export async function planRecommendations(
  options: RecommendationArguments,
  context: PlanContext,
): Promise<ExitStatus> {
  const { voice, texts } = context;
  const { language } = options;
  const plan = await planOf(options, context);
  if (plan === undefined) return 2;
  const found = recommendationsByAudience(plan);
  const left = plan.measures.filter(({ audience = [] }) => audience.length === 0).length;
  if (options.json) {
    const audiences = [...found].map(([audience, measures]) => ({
      audience,
      measures: measures.map(({ provenance: _provenance, ...measure }) => measure),
    }));
    voice.say(JSON.stringify({ title: plan.title, audiences, without_audience: left }));
    return found.size === 0 ? 1 : 0;
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
  return 0;
}

async function planOf(options: RecommendationArguments, context: PlanContext): Promise<RoadMap | undefined> {
  const { file, language } = options;
  if (file === undefined)
    return options.draft === undefined
      ? undefined
      : (await draftOf({ ...options.draft, language, id: 'draft' }, context))?.plan;
  return /\.json$/i.test(file)
    ? readPlanJson(file, language)
    : (await readDocumentPlan(file, {}, language)).plan;
}

function sayMeasure(measure: Measure, { voice, texts }: PlanContext): void {
  const { number, text, recommendation, deadline, responsible, reason } = measure;
  const indented = (of: string) => of.trim().replace(/\s*\n\s*/g, '\n     ');
  voice.say(`  ${number === undefined ? '—' : number} ${indented(recommendation ?? text)}`);
  const terms = texts.terms(deadline.raw.trim(), responsible);
  if (terms !== '') voice.say(`     ${indented(terms)}`);
  if (reason !== undefined) voice.say(`     ${indented(reason)}`);
}
