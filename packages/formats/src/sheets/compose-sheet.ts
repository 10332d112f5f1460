/**
 * What every sheet is composed of: figures of one group on several works, in sentences, a table and lists.
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
import { earlierTopics, earlierTopicsText } from '@orientir/core/assessment';
import type { Language } from '@orientir/core/foundation';
import { formatCount, formatShare } from '@orientir/core/foundation';
import { shownText } from '../plans/writing/shown-text.js';
import { fitSheet } from './fit-sheet.js';
import type { SheetModel, SheetTable } from './sheet-model.js';
import type { SheetWords, ToldItem, ToldTopic } from './sheet-words.js';
import { intervalText, sheetWords } from './sheet-words.js';

export interface SheetOptions {
  readonly language: Language;
  /** Names of schools by id. */
  readonly schoolNames: ReadonlyMap<string, string>;
}

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
interface ToldWork {
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

/** Composes a sheet that fits a page. Absent when the group wrote none of the works. */
export function composeSheet(
  subject: SheetSubject,
  { language, schoolNames }: SheetOptions,
): SheetModel | undefined {
  const words = sheetWords(language);
  const { told, earlier } = toldWorks(subject, words);
  if (told.length === 0) return undefined;
  const years = [
    ...new Set(
      told.flatMap(({ assessment: { schoolYear = '' } }) => (schoolYear === '' ? [] : [schoolYear])),
    ),
  ];
  const facts = words.facts(
    years,
    told.map(({ title, test }) => words.factsOfWork(title, test.wrote, test.absent)),
  );
  const { rules } = subject.analysis;
  const large = told.filter(({ test }) => test.wrote >= rules.minPupils);
  const few = told.filter((work) => !large.includes(work)).map(({ title }) => title);
  const table = sectionTable(large, words, language);
  return fitSheet({
    language,
    name: subject.name.replace(/[\p{Cc}\\/:*?"<>|\s.]+/gu, '-').slice(0, 80),
    title: subject.title(words),
    facts: earlier === 0 ? facts : `${facts} ${words.earlier(earlier)}`,
    sentences: [
      ...(large.length === 0 ? [] : sentencesOf(large, subject.analysis, words)),
      ...(few.length === 0 ? [] : [words.few(few, rules.minPupils)]),
    ],
    ...(table === undefined ? {} : { table }),
    discuss: { heading: words.discuss, items: large.length === 0 ? [] : discussed(large, subject, words) },
    next: {
      heading: words.next,
      items:
        large.length === 0
          ? [words.lookAtWorks]
          : nextSteps(large, subject, words, { schoolNames, language }),
    },
    notes: [words.doubt, words.rules(rules)],
    foot: words.foot,
  });
}

function toldWorks(
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
  const programmes = new Set(current.map(({ programme }) => programme));
  const told = current.flatMap((assessment): readonly ToldWork[] => {
    const test = tests.get(assessment.id);
    if (test === undefined) return [];
    const { sections, findings, low, weaker } = evidence.of(assessment.id, group);
    return [
      {
        assessment,
        title: short(
          words.work(assessment.subject, assessment.grade, programmes.size > 1 ? assessment.programme : '') ||
            assessment.id,
          60,
        ),
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

/** What went well, what needs help, what the level does not explain, what is uncertain. */
function sentencesOf(
  told: readonly ToldWork[],
  analysis: FullAnalysis,
  words: SheetWords,
): readonly string[] {
  const evidence = evidenceByUnit(analysis);
  const ofWorks = (what: (work: ToldWork) => readonly string[]) =>
    told.flatMap((work) => {
      const parts = what(work);
      return parts.length === 0 ? [] : [words.ofWork(work.title, parts)];
    });
  const good = ofWorks((work) => goodTopics(work, analysis).slice(0, MOST_TOPICS).map(words.topic));
  const help = ofWorks((work) => lowTopics(work, evidence).slice(0, MOST_TOPICS).map(words.topic));
  const weaker = ofWorks(({ weaker: of }) =>
    of.slice(0, MOST_TOPICS).map(({ item, difference }) => words.weakerItem(item, difference)),
  );
  const { open, of } = undetermined(told, analysis);
  const whole = told.flatMap(({ title, sections }) =>
    sections.some((section) => isWholeWork(section) && section.verdict === 'undetermined') ? [title] : [],
  );
  return [
    good.length === 0 ? words.noGood : words.good(good),
    help.length === 0 ? words.noHelp : words.help(help),
    ...(weaker.length === 0 ? [] : [words.weaker(weaker)]),
    ...(of === 0 ? [] : [words.unsure(open, of)]),
    ...(whole.length === 0 ? [] : [words.wholeUnsure(whole)]),
  ];
}

const MOST_TOPICS = 3;

/** Sections that are mastered with confidence; where none is, items. */
function goodTopics(
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
function lowTopics({ sections, low, assessment }: ToldWork, evidence: EvidenceByUnit): readonly ToldTopic[] {
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
function topicsOf(items: readonly string[], assessment: Assessment): readonly ToldTopic[] {
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

function undetermined(
  told: readonly ToldWork[],
  { rules }: FullAnalysis,
): { readonly open: number; readonly of: number } {
  let open = 0;
  let of = 0;
  for (const { assessment, results } of told) {
    for (const { item, solveRate } of results) {
      if (solveRate.kind === 'missing' || solveRate.interval === undefined) continue;
      const { level } = itemOf(assessment, item) ?? {};
      const { insufficientBelow, sufficientFrom } =
        level === undefined ? rules.corridorByDefault : rules.corridors[level];
      const sideOf = (rate: number) => (rate < insufficientBelow ? -1 : rate < sufficientFrom ? 0 : 1);
      of++;
      if (sideOf(solveRate.interval.low) !== sideOf(solveRate.interval.high)) open++;
    }
  }
  return { open, of };
}

/** The whole of each work, then its sections: those told apart first. Absent where no work has sections. */
function sectionTable(
  told: readonly ToldWork[],
  words: SheetWords,
  language: Language,
): SheetTable | undefined {
  const several = told.length > 1;
  let folded = false;
  const rows = told.flatMap(({ title, sections }) => {
    const ordered = [...sections].sort((one, other) => rankOf(one) - rankOf(other));
    return ordered.map((section, index) => {
      const { verdict, solveRate, items, n } = section;
      folded ||= verdict === 'folded';
      const name = isWholeWork(section)
        ? words.whole
        : short(section.skill === 'metasubject' ? words.common(section.section) : section.section, 60);
      return [
        ...(several ? [index === 0 ? title : ''] : []),
        name,
        isWholeWork(section) ? '' : short(items.join(', '), 40),
        formatCount(n, language),
        solveRate.kind === 'known' ? formatShare(solveRate.estimate, language) : '–',
        solveRate.kind === 'known' ? intervalText(solveRate, language) : words.noData(solveRate),
        verdict === undefined ? '–' : words.verdicts[verdict],
      ];
    });
  });
  if (rows.length === 0) return undefined;
  const [work, section, items, n, rate, interval, verdict] = words.columns;
  const column = (header: string, isNumber = false) => ({ header, isNumber });
  return {
    heading: words.sections,
    columns: [
      ...(several ? [column(work)] : []),
      column(section),
      column(items),
      column(n, true),
      column(rate, true),
      column(interval, true),
      column(verdict),
    ],
    rows,
    notes: folded ? [words.foldedNote] : [],
  };
}

/** Low items of all works together, by evidence. */
function discussed(
  told: readonly ToldWork[],
  { analysis }: SheetSubject,
  words: SheetWords,
): readonly string[] {
  const evidence = evidenceByUnit(analysis);
  const items = told.flatMap((work) =>
    work.low.flatMap((finding): readonly (ToldItem & { readonly weight: number })[] => {
      const result = work.results.find(({ item }) => item === finding.item);
      if (result === undefined) return [];
      const described = itemOf(work.assessment, result.item);
      return [
        {
          work: work.title,
          item: short(result.item, 20),
          section: described?.section === undefined ? undefined : short(described.section, 60),
          level: described?.level,
          rate: result.solveRate,
          notTaught: result.notTaught ?? 0,
          schools: schoolsWhereLow(work, result.item, analysis),
          isDoubtful: evidence.isDoubtful(work.assessment.id, result.item),
          weight: (finding.probability ?? 0) * result.n,
        },
      ];
    }),
  );
  if (items.length === 0) return [words.nothingToDiscuss];
  const sorted = items.sort((one, other) => other.weight - one.weight);
  const shown = sorted.slice(0, MOST_ITEMS).map(words.item);
  return sorted.length > shown.length ? [...shown, words.moreItems(sorted.length - shown.length)] : shown;
}

const MOST_ITEMS = 5;

function schoolsWhereLow(
  { assessment, schools }: ToldWork,
  item: string,
  analysis: FullAnalysis,
): { readonly low: number; readonly of: number } | undefined {
  if (schools.length === 0) return undefined;
  const evidence = evidenceByUnit(analysis);
  const large = schools.filter(({ wrote }) => wrote >= analysis.rules.minPupils);
  const low = large.filter((school) =>
    evidence
      .of(assessment.id, school)
      .findings.some((finding) => finding.kind === 'low-item' && finding.item === item),
  );
  return { low: low.length, of: large.length };
}

/** In the order in which they help: the topics, then what explains them. */
function nextSteps(
  told: readonly ToldWork[],
  { analysis }: SheetSubject,
  words: SheetWords,
  { schoolNames, language }: SheetOptions,
): readonly string[] {
  const evidence = evidenceByUnit(analysis);
  const steps = (make: (work: ToldWork) => readonly string[]) => told.flatMap(make);
  const itemsOf = ({ findings }: ToldWork, kind: Finding['kind']) =>
    findings.flatMap((finding) =>
      finding.kind === kind && finding.item !== undefined ? [finding.item] : [],
    );
  const all = [
    ...steps((work) => {
      const topics = lowTopics(work, evidence).slice(0, 2);
      return topics.length === 0 ? [] : [words.repeat(work.title, topics, earlierOf(work, topics, language))];
    }),
    ...sharing(told, analysis, words, schoolNames),
    ...steps((work) => {
      const items = work.weaker.slice(0, MOST_TOPICS).map(({ item }) => item);
      return items.length === 0 ? [] : [words.findOut(work.title, items)];
    }),
    ...steps((work) => {
      const items = itemsOf(work, 'not-taught').slice(0, MOST_NAMED);
      return items.length === 0 ? [] : [words.notTaught(work.title, items)];
    }),
    ...steps((work) => {
      const items = work.low.flatMap(({ item = '' }) =>
        evidence.isDoubtful(work.assessment.id, item) ? [item] : [],
      );
      return items.length === 0 ? [] : [words.checkItems(work.title, items.slice(0, MOST_NAMED))];
    }),
    ...steps((work) =>
      work.findings.some(({ kind }) => kind === 'journal-gap') ? [words.journal(work.title)] : [],
    ),
  ];
  return all.length === 0 ? [words.keep] : all.slice(0, MOST_STEPS);
}

const MOST_STEPS = 4;
const MOST_NAMED = 8;

/** What topics rest on, where the codifier says so; a few, since the sheet is one page. */
function earlierOf({ assessment }: ToldWork, topics: readonly ToldTopic[], language: Language): string {
  const earlier = earlierTopics(
    assessment,
    topics.flatMap(({ items }) => items),
  );
  const shown = earlier.slice(0, MOST_TOPICS).map((topic) => ({ ...topic, name: short(topic.name, 60) }));
  return earlierTopicsText(shown, language);
}

/** Schools that solve the first topic of the group with confidence. */
function sharing(
  told: readonly ToldWork[],
  analysis: FullAnalysis,
  words: SheetWords,
  schoolNames: ReadonlyMap<string, string>,
): readonly string[] {
  const evidence = evidenceByUnit(analysis);
  const found = new Set<string>();
  for (const work of told) {
    const items = new Set(lowTopics(work, evidence)[0]?.items ?? []);
    for (const school of work.schools) {
      if (school.wrote < analysis.rules.minPupils) continue;
      const results = analysis.itemResults
        .of(work.assessment.id, school)
        .filter(({ item }) => items.has(item));
      const isGood = results.some((result) => {
        const level = itemOf(work.assessment, result.item)?.level;
        const { sufficientFrom } =
          level === undefined ? analysis.rules.corridorByDefault : analysis.rules.corridors[level];
        const low = result.solveRate.kind === 'known' ? result.solveRate.interval?.low : undefined;
        return low !== undefined && low >= sufficientFrom;
      });
      if (isGood) found.add(short(schoolNames.get(school.unit) ?? school.unit, 60));
    }
  }
  const schools = [...found].slice(0, 3);
  return schools.length === 0 ? [] : [words.share(schools)];
}

function itemOf({ items }: Assessment, id: string): Item | undefined {
  return items.find((item) => item.id === id);
}

function rankOf(section: SectionResult): number {
  return isWholeWork(section) ? 0 : section.verdict === 'folded' ? 2 : 1;
}

function rateOf({ solveRate }: Pick<ItemResult, 'solveRate'>): number {
  return solveRate.kind === 'known' ? solveRate.estimate : 0;
}

/** A text of the data: on one line, without signs that nobody sees, and not too long for a page. */
export function short(text: string, most: number): string {
  const line = shownText(text)
    .replace(/[^\S\u00a0]+/g, ' ')
    .trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`;
}
