/**
 * What is known of a group on the works that a sheet tells of, and the topics that follow from it.
 *
 * @module
 */
import type {
  EvidenceByUnit,
  Finding,
  FullAnalysis,
  GroupKey,
  ItemResult,
  SectionResult,
  TestResult,
} from '@orientir/core/analysis';
import { evidenceByUnit, isWholeWork } from '@orientir/core/analysis';
import type { Assessment, Item } from '@orientir/core/assessment';
import type { SheetWords, ToldTopic } from './sheet-words.js';
import { short } from './short-text.js';

/** What the sheets of a school and of a subject differ in. */
export interface SheetSubject {
  readonly analysis: FullAnalysis;
  readonly group: GroupKey;
  /** Works that the sheet may be about; it tells those of the newest year. */
  readonly works: readonly Assessment[];
  readonly name: string;
  readonly title: (words: SheetWords) => string;
  /** Schools inside the group, where it is above schools. */
  readonly schools: (assessment: string) => readonly TestResult[];
}

/** Everything about the group on one work. */
export interface ToldWork {
  readonly assessment: Assessment;
  readonly title: string;
  readonly test: TestResult;
  readonly results: readonly ItemResult[];
  readonly sections: readonly SectionResult[];
  readonly findings: readonly Finding[];
  readonly low: readonly Finding[];
  readonly weaker: readonly { readonly item: string; readonly difference: number }[];
  readonly schools: readonly TestResult[];
}

export function toldWorks(
  subject: SheetSubject,
  words: SheetWords,
): { readonly told: readonly ToldWork[]; readonly earlier: number } {
  const { analysis, group, works, schools } = subject;
  const evidence = evidenceByUnit(analysis);
  const tests = new Map(
    analysis.testResults.flatMap((test) =>
      test.level === group.level && test.unit === group.unit && test.wrote > 0
        ? [[test.assessment, test] as const]
        : [],
    ),
  );
  const written = works.filter(({ id }) => tests.has(id));
  const newest = written.reduce((last, { schoolYear = '' }) => (schoolYear > last ? schoolYear : last), '');
  const current = written.filter(({ schoolYear = '' }) => schoolYear === newest);
  const titles = titlesOf(current, words);
  const told = current.flatMap((assessment, at): readonly ToldWork[] => {
    const test = tests.get(assessment.id);
    if (test === undefined) return [];
    const { sections, findings, low, weaker } = evidence.of(assessment.id, group);
    return [
      {
        assessment,
        title: titles[at] ?? assessment.id,
        test,
        results: analysis.itemResults.of(assessment.id, group),
        sections,
        findings,
        low,
        weaker: weaker.flatMap(({ item, netDifference }) =>
          netDifference.kind === 'known' ? [{ item, difference: netDifference.estimate }] : [],
        ),
        schools: schools(assessment.id),
      },
    ];
  });
  return { told, earlier: written.length - current.length };
}

/** As short as can be; works of one name have their ids beside it. */
function titlesOf(works: readonly Assessment[], words: SheetWords): readonly string[] {
  const programmes = new Set(works.map(({ programme }) => programme));
  const names = works.map(
    ({ id, subject, grade, programme }) =>
      words.work(subject, grade, programmes.size > 1 ? programme : '') || id,
  );
  return works.map(({ id }, at) => {
    const name = names[at] ?? id;
    const isShared = names.filter((each) => each === name).length > 1;
    return short(isShared ? `${name} (${id})` : name, 60);
  });
}

/** Sections that are mastered with confidence; where none is, items. */
export function goodTopics(
  { sections, results, assessment }: ToldWork,
  { rules }: FullAnalysis,
): readonly ToldTopic[] {
  const green = sections.filter((section) => section.verdict === 'green' && !isWholeWork(section));
  if (green.length > 0) {
    return green
      .sort((one, other) => rateOf(other) - rateOf(one))
      .map(({ section, items }) => ({ section: short(section, 60), items }));
  }
  const items = results.filter((result) => {
    const { level } = itemOf(assessment, result.item) ?? {};
    const { sufficientFrom } = level === undefined ? rules.corridorByDefault : rules.corridors[level];
    const low = result.solveRate.kind === 'known' ? result.solveRate.interval?.low : undefined;
    return low !== undefined && sufficientFrom > 0 && low >= sufficientFrom;
  });
  return topicsOf(
    [...items].sort((one, other) => rateOf(other) - rateOf(one)).map(({ item }) => item),
    assessment,
  );
}

/** Sections that need help, else low items by their section; items that are doubtful themselves are left out. */
export function lowTopics(
  { sections, low, assessment }: ToldWork,
  evidence: EvidenceByUnit,
): readonly ToldTopic[] {
  const red = sections.filter((section) => section.verdict === 'red' && !isWholeWork(section));
  const inRed = new Set(red.flatMap(({ items }) => items));
  const others = low.flatMap(({ item = '' }) =>
    inRed.has(item) || evidence.isDoubtful(assessment.id, item) ? [] : [item],
  );
  return [
    ...red.map(({ section, items }) => ({ section: short(section, 60), items })),
    ...topicsOf(others, assessment),
  ];
}

/** Items under their sections, most items first; ties in the order of the items. */
export function topicsOf(items: readonly string[], assessment: Assessment): readonly ToldTopic[] {
  const bySection = new Map<string, string[]>();
  for (const item of items) {
    const section = itemOf(assessment, item)?.section ?? '';
    bySection.set(section, [...(bySection.get(section) ?? []), item]);
  }
  const order = new Map(assessment.items.map(({ id }, index) => [id, index]));
  return [...bySection]
    .sort(([, one], [, other]) => other.length - one.length)
    .map(([section, of]) => ({
      ...(section === '' ? {} : { section: short(section, 60) }),
      items: of.sort((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0)),
    }));
}

export function itemOf({ items }: Assessment, id: string): Item | undefined {
  return items.find((item) => item.id === id);
}

function rateOf({ solveRate }: Pick<ItemResult, 'solveRate'>): number {
  return solveRate.kind === 'known' ? solveRate.estimate : 0;
}

export const MOST_TOPICS = 3;
