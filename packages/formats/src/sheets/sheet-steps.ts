/**
 * What to talk about and what to do next, from the figures.
 *
 * @module
 */
import type { Finding, FullAnalysis } from '@orientir/core/analysis';
import { evidenceByUnit } from '@orientir/core/analysis';
import { earlierTopics, earlierTopicsText } from '@orientir/core/assessment';
import type { Language } from '@orientir/core/foundation';
import type { SheetWords, ToldItem, ToldTopic } from './sheet-words.js';
import { short } from './short-text.js';
import type { SheetSubject, ToldWork } from './told-works.js';
import { itemOf, lowTopics, MOST_TOPICS, topicsOf } from './told-works.js';

/** Low items of all works together, by evidence. */
export function discussed(
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
  return items.sort((one, other) => other.weight - one.weight).map(words.item);
}

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
export function nextSteps(
  told: readonly ToldWork[],
  { analysis }: SheetSubject,
  words: SheetWords,
  {
    schoolNames,
    language,
  }: { readonly schoolNames: ReadonlyMap<string, string>; readonly language: Language },
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
      const items = work.weaker.slice(0, MOST_NAMED).map(({ item }) => item);
      return items.length === 0
        ? []
        : [words.findOut(work.title, topicsOf(items, work.assessment).slice(0, MOST_TOPICS))];
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
