import type { Finding } from '@orientir/core/analysis';
import { draftRoadMap, figuresOfAnalysis } from '@orientir/core/drafting';
import type { Language } from '@orientir/core/foundation';
import type { RoadMap } from '@orientir/core/road-map';
import { isSchoolCode } from '@orientir/core/tally';
import { exportPlan, planJson } from '@orientir/formats/plans';
import { distinctSchoolNames } from '@orientir/formats/schools';
import { complainOfIssues } from '../complain-of-issues.js';
import { schoolListIn } from '../school-list-in.js';
import type { ExitStatus } from '../voice.js';
import { analysisIn } from './analysis-in.js';
import { calendarIn } from './calendar-in.js';
import { findingsIn } from './findings-in.js';
import type { PlanContext } from './plan.js';
import type { DraftSource, PlanArguments } from './plan-arguments.js';
import { planIdOf } from './plan-files.js';
import { supportIn } from './support-in.js';

/** `plan draft`: a plan out of the findings of an analysed folder. */
export async function draftPlan(
  options: Extract<PlanArguments, { verb: 'draft' }>,
  context: PlanContext,
): Promise<ExitStatus> {
  const { out, language } = options;
  const { voice, texts } = context;
  const drafted = await draftOf({ ...options, id: planIdOf(out) }, context);
  if (drafted === undefined) return 2;
  const { plan, findings, rowsRejected } = drafted;
  const file = exportPlan(plan, out, { language });
  if (file === undefined) {
    voice.complain(texts.formatUnknown(out));
    return 2;
  }
  if (!(await context.writeNew(out, file.bytes))) return 2;
  // A document for people cannot hold the links to findings: they stay in the plan beside it.
  if (!/\.json$/i.test(out)) {
    const beside = out.replace(/\.[^.]*$/, '.json');
    if (await context.writeNew(beside, planJson(plan))) voice.say(texts.written(beside));
  }
  const waived = plan.waivers?.length ?? 0;
  voice.say(texts.drafted(plan.measures.length, findings.length - waived, waived, out));
  if (options.schools === undefined && findings.some(isOfCode)) voice.complain(texts.namesMissing);
  return rowsRejected > 0 ? 1 : 0;
}

interface Drafted {
  readonly plan: RoadMap;
  readonly findings: readonly Finding[];
  /** Of the list of schools. */
  readonly rowsRejected: number;
}

/** The draft itself and the findings that it is made of; absent, after saying so, when there is nothing to draft from. */
export async function draftOf(
  {
    from,
    unit,
    schools,
    schoolYear,
    calendar: calendarFile,
    support: supportFolder,
    id,
    language,
  }: DraftSource & {
    readonly id: string;
    readonly language: Language;
  },
  context: PlanContext,
): Promise<Drafted | undefined> {
  const { voice, texts } = context;
  const about = unit === undefined ? undefined : { level: unit.level, [unit.level]: unit.unit };
  if (supportFolder !== undefined && unit?.level === 'school') {
    voice.complain(texts.supportOfSchool);
    return undefined;
  }
  const support = supportFolder === undefined ? undefined : await supportIn(supportFolder, context);
  if (supportFolder !== undefined && support === undefined) return undefined;
  const findings = await findingsIn(from, about, context);
  if (findings === undefined) return undefined;
  const analysis = await analysisIn(from, context);
  if (analysis === undefined) return undefined;
  const isKnown = ({ level, unit: of }: { readonly level: string; readonly unit: string }) =>
    level === unit?.level && of === unit.unit;
  if (unit !== undefined && !analysis.testResults.some(isKnown)) {
    voice.complain(texts.unitUnknown(unit.level, unit.unit));
    return undefined;
  }
  const list = schools === undefined ? undefined : await schoolListIn(schools, voice, language);
  if (schools !== undefined && list === undefined) return undefined;
  complainOfIssues(list?.issues ?? [], language, voice);
  const names = distinctSchoolNames(list?.registry.schools ?? []);
  const calendar = await calendarIn(calendarFile, { voice, language });
  const plan = draftRoadMap({
    id,
    findings,
    assessments: analysis.assessments,
    figureOf: figuresOfAnalysis(analysis),
    nameOf: (level, of) => (level === 'school' ? (names.get(of) ?? of) : of),
    language,
    ...calendar.given,
    ...(unit === undefined ? {} : { unit }),
    ...(schoolYear === undefined ? {} : { schoolYear }),
    ...(support === undefined ? {} : { support }),
  });
  calendar.checkYears([plan.schoolYear]);
  return { plan, findings, rowsRejected: list?.file.rowsRejected ?? 0 };
}

function isOfCode({ level, unit }: Finding): boolean {
  return level === 'school' && isSchoolCode(unit);
}
