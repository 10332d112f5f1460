/**
 * What every sheet is composed of: figures of one group on several works, in sentences, a table and lists.
 *
 * @module
 */
import type { FullAnalysis } from '@orientir/core/analysis';
import { evidenceByUnit, inflatedResults, isWholeWork } from '@orientir/core/analysis';
import type { Language } from '@orientir/core/foundation';
import { doubtfulKey } from '@orientir/core/risk';
import { fitSheet } from './fit-sheet.js';
import type { SheetModel } from './sheet-model.js';
import { discussed, nextSteps } from './sheet-steps.js';
import { sectionTable } from './sheet-table.js';
import type { SheetWords } from './sheet-words.js';
import { sheetWords } from './sheet-words.js';
import type { SheetSubject, ToldWork } from './told-works.js';
import { goodTopics, itemOf, lowTopics, MOST_TOPICS, toldWorks } from './told-works.js';

export interface SheetOptions {
  readonly language: Language;
  /** Names of schools by id. */
  readonly schoolNames: ReadonlyMap<string, string>;
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
  const doubtful = doubtfulOf(told, subject).map(({ title }) => title);
  const table = sectionTable(large, words, language);
  return fitSheet({
    language,
    name: subject.name.replace(/[\p{Cc}\\/:*?"<>|\s.]+/gu, '-').slice(0, 80),
    title: subject.title(words),
    facts: earlier === 0 ? facts : `${facts} ${words.earlier(earlier)}`,
    sentences: [
      ...(doubtful.length === 0 ? [] : [words.doubtful(doubtful)]),
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

/** Works of a school whose results may be higher than what its pupils know: nothing good is to be said of them without that. */
function doubtfulOf(told: readonly ToldWork[], { analysis, group }: SheetSubject): readonly ToldWork[] {
  if (group.level !== 'school') return [];
  const inflated = inflatedResults(analysis.objectivity());
  return told.filter(({ assessment }) => inflated.has(doubtfulKey(group.unit, assessment.id)));
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
