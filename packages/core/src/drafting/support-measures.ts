/**
 * Help for teachers as measures of a drafted plan. A plan is published: no teacher stands in it, nor a number so small
 * that one would know who it is.
 *
 * @module
 */
import type { Finding } from '../analysis/analysis.js';
import { plainText } from '../foundation/plain-text.js';
import type { Indicator, Measure, RoadMap, Section } from '../road-map/road-map.js';
import type { HelpMissing, PlannedHelp } from '../support/planned-help.js';
import type { DraftContext } from './draft-context.js';
import { dateBy, deadlineBy } from './draft-dates.js';
import type { SupportMeasureWords } from './support-measure-words.js';
import { supportMeasureWords } from './support-measure-words.js';

/** What a plan of support says without teachers. */
export interface SupportPlanned {
  readonly help: readonly PlannedHelp[];
  readonly missing: readonly HelpMissing[];
}

/** Fewer teachers than this are not counted in a plan, for people would know who they are. Our choice. */
const FEWEST_TEACHERS = 3;

/**
 * The plan with a section of help for teachers: a measure for each kind of help, and one for topics that nothing is
 * offered on. Each supports the measures that answer findings about sections of its topics, as far as there are some,
 * and has these findings as evidence; a meeting and a search for offers are no answer to a finding, so they support
 * only.
 *
 * Sections of a finding and topics are the same by `plainText`. Without any help the plan is as it was.
 */
export function withSupport(
  plan: RoadMap,
  { help, missing }: SupportPlanned,
  context: Pick<DraftContext, 'findings' | 'language' | 'year' | 'calendars'>,
): RoadMap {
  if (help.length + missing.length === 0) return plan;
  const words = supportMeasureWords(context.language);
  const { sections } = plan;
  const section: Section = {
    id: freeId('s', sections),
    number: `${sections.length + 1}.`,
    title: words.section,
    // Whoever arranges the help: the municipality, or the school in its own plan.
    addressee: plan.level === 'school' ? 'school' : 'municipality',
    direction: words.direction,
  };
  const measures: Measure[] = [...plan.measures];
  const put = (
    topics: readonly string[],
    made: Pick<Measure, 'text' | 'reason' | 'audience'> & Partial<Pick<Measure, 'activity'>>,
    time: 'midYear' | 'endOfYear',
    { name, value }: { readonly name: string; readonly value: number },
    isAnswer: boolean,
  ) => {
    const id = freeId('m', measures);
    const answered = findingsAbout(topics, context.findings, plan);
    const supports = plan.measures.flatMap((measure) =>
      measure.findings?.some((finding) => answered.includes(finding)) === true ? [measure.id] : [],
    );
    const date = dateBy(time, context);
    const indicator: Indicator = {
      id: `${id}-i1`,
      name,
      unit: 'count',
      baseline: { value: 0 },
      target: { comparator: 'atLeast', value, of: 'value', date },
      checkpoints: [{ name: words.checkpoint, date }],
    };
    measures.push({
      id,
      number: `${measures.length + 1}.`,
      section: section.id,
      sectionPath: [section.title],
      deadline: deadlineBy(time, context),
      responsible: [words.responsible],
      ...made,
      ...(answered.length === 0 || !isAnswer ? {} : { findings: answered }),
      ...(supports.length === 0 ? {} : { supports }),
      indicators: [indicator],
    });
  };
  for (const each of help) {
    const kind = kindOf(each.kind);
    put(
      each.topics,
      {
        text: words.help(kind, { ...each, teachers: told(each.teachers) }),
        reason: words.reason,
        audience: kind === 'association' ? ['associations', 'teachers'] : ['teachers'],
        ...(kind === 'association' ? { activity: 'seminar' } : {}),
      },
      kind === 'course' ? 'endOfYear' : 'midYear',
      indicatorOf(each, words),
      kind !== 'association',
    );
  }
  if (missing.length > 0) {
    const seen = new Set<string>();
    const topics = missing.flatMap(({ topic }) => {
      const isNew = !seen.has(plainText(topic));
      seen.add(plainText(topic));
      return isNew ? [topic] : [];
    });
    put(
      topics,
      { text: words.missing(topics), reason: words.reasonMissing, audience: ['municipality'] },
      'midYear',
      { name: words.topicsArranged, value: topics.length },
      false,
    );
  }
  return { ...plan, sections: [...sections, section], measures };
}

/** What a kind of help is, as far as its name says. */
export type HelpKind = 'course' | 'mentor' | 'association' | 'other';

function kindOf(kind: string): HelpKind {
  if (/наставни|mentor/i.test(kind)) return 'mentor';
  if (/объединени|association|^(?:р|г|ш)?мо$/i.test(kind)) return 'association';
  return /^(?:курс|course|кпк)/i.test(kind.trim()) ? 'course' : 'other';
}

function told(teachers: number): number | undefined {
  return teachers < FEWEST_TEACHERS ? undefined : teachers;
}

function indicatorOf(
  { teachers, offers }: PlannedHelp,
  words: SupportMeasureWords,
): { readonly name: string; readonly value: number } {
  return told(teachers) === undefined
    ? { name: words.offersHeld, value: offers.length }
    : { name: words.teachersDone, value: teachers };
}

/** Findings that the plan has to answer, about sections of these topics. */
function findingsAbout(
  topics: readonly string[],
  findings: readonly Finding[],
  { measures }: RoadMap,
): readonly string[] {
  const keys = new Set(topics.map(plainText));
  const answered = new Set(measures.flatMap((measure) => measure.findings ?? []));
  return findings.flatMap((finding) =>
    answered.has(finding.id) && keys.has(plainText(finding.section ?? '')) ? [finding.id] : [],
  );
}

function freeId(letter: string, taken: readonly { readonly id: string }[]): string {
  const ids = new Set(taken.map(({ id }) => id));
  let n = taken.length + 1;
  while (ids.has(`${letter}${n}`)) n += 1;
  return `${letter}${n}`;
}
