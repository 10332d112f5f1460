/**
 * `profile.xlsx`: what `orientir profile` found, for people.
 *
 * @module
 */
import type { Cell } from '@orientir/core/analysis';
import type { Issue, Language } from '@orientir/core/foundation';
import { describeIssue, describeMissing } from '@orientir/core/foundation';
import type { CrossChecked } from '@orientir/core/school-profile';
import {
  CROSS_CHECK_RULES,
  omskStages,
  riskProfile500,
  sevenDirections,
} from '@orientir/core/school-profile';
import { columns } from '../results/row-parts.js';
import type { WorkbookSheet } from '../xlsx/write-workbook.js';
import { writeWorkbook } from '../xlsx/write-workbook.js';
import type { ProfileFormName } from './profile-columns.js';
import { attendanceSheet, cardSheet, checkpointSheet, controlSheet } from './profile-figure-sheets.js';
import type { ProfileResults } from './profile-results.js';
import type { Told } from './profile-sheet-parts.js';
import { sourceNote, whyEmpty } from './profile-sheet-parts.js';
import {
  dayText,
  KIND_TEXTS,
  SIGNIFICANCE_TEXTS,
  STATE_TEXTS,
  statementsText,
  topicName,
  VERIFICATION_TEXTS,
} from './profile-texts.js';
import { workbookWords } from './profile-workbook-words.js';

/** Builds the workbook. Sheets of forms that were not given are left out. */
export function profileWorkbook(
  results: ProfileResults,
  issues: readonly Issue[],
  language: Language,
): Uint8Array {
  const of: Told = { ...results, language, words: workbookWords(language) };
  const ifGiven = (form: ProfileFormName, sheet: (told: Told) => WorkbookSheet) =>
    results.given.has(form) ? [sheet(of)] : [];
  return writeWorkbook([
    differencesSheet(of),
    rulesSheet(of),
    ratingSheet(of),
    stagesSheet(of),
    ...ifGiven('swot', swotSheet),
    ...ifGiven('directions', directionsSheet),
    cardSheet(of),
    ...ifGiven('attendance', attendanceSheet),
    ...ifGiven('special-control', controlSheet),
    ...ifGiven('checkpoints', checkpointSheet),
    issuesSheet(issues, of),
  ]);
}

function differencesSheet({ schools, language, words: w }: Told): WorkbookSheet {
  const rows = schools.flatMap(({ name, checks }) =>
    checks.flatMap(({ rule, judgement }: CrossChecked): readonly (readonly Cell[])[] => {
      if (judgement.kind !== 'differs') return [];
      const texts = [judgement.says, judgement.against].map((of) => statementsText(of, language));
      return [[name, ...texts, w.check, rule.why[language]]];
    }),
  );
  return {
    name: w.differences,
    title: w.differencesTitle,
    notes: [w.differencesNote, ...(rows.length === 0 ? [w.noDifferences] : [])],
    columns: columns(
      [w.school, 'text'],
      [w.says, 'text', 44, 'wraps'],
      [w.against, 'text', 44, 'wraps'],
      [w.verdict, 'text'],
      [w.why, 'text', 44, 'wraps'],
    ),
    rows,
  };
}

function rulesSheet({ schools, language, words: w }: Told): WorkbookSheet {
  const count = (id: string, kind: CrossChecked['judgement']['kind']) =>
    schools.flatMap(({ checks }) => checks).filter((of) => of.rule.id === id && of.judgement.kind === kind)
      .length;
  return {
    name: w.rules,
    title: w.rulesTitle,
    notes: [w.rulesNote],
    columns: columns(
      [w.rule, 'text'],
      [w.methodology, 'text', 48, 'wraps'],
      [w.why, 'text', 44, 'wraps'],
      [w.exclusions, 'text', 44, 'wraps'],
      [w.verification, 'text'],
      [w.differs, 'count'],
      [w.agrees, 'count'],
      [w.excluded, 'count'],
      [w.unknown, 'count'],
    ),
    rows: CROSS_CHECK_RULES.map(({ id, methodology, why, exclusions, verification }) => [
      id,
      methodology[language],
      why[language],
      exclusions.map(({ when }) => when[language]).join('; '),
      VERIFICATION_TEXTS[language][verification],
      count(id, 'differs'),
      count(id, 'agrees'),
      count(id, 'excluded'),
      count(id, 'unknown'),
    ]),
  };
}

function ratingSheet({ schools, language, words: w }: Told): WorkbookSheet {
  return {
    name: w.ratings,
    title: w.ratings,
    notes: [w.ratingsNote, sourceNote(riskProfile500, w, language)],
    columns: columns(
      [w.school, 'text'],
      [w.factor, 'text', 48, 'wraps'],
      [w.significance, 'text'],
      [w.chosen, 'text'],
      [w.askedOf, 'text', 30, 'wraps'],
      [w.verification, 'text'],
      [w.reason, 'text'],
    ),
    rows: schools.flatMap(({ name, profile }) =>
      profile.factors.map((of): readonly Cell[] => {
        const start = [name, of.factor.name[language]];
        const wording = VERIFICATION_TEXTS[language][of.factor.verification];
        if ('reason' in of)
          return [...start, undefined, undefined, undefined, wording, describeMissing(of.reason, language)];
        const { significance, chosen, askedOf } = of.rating;
        const isChosen = chosen === undefined ? undefined : chosen ? w.yes : w.no;
        return [...start, SIGNIFICANCE_TEXTS[language][significance], isChosen, askedOf, wording, undefined];
      }),
    ),
  };
}

function stagesSheet({ schools, language, words: w }: Told): WorkbookSheet {
  return {
    name: w.stages,
    title: w.stages,
    notes: [w.stagesNote, sourceNote(omskStages, w, language)],
    columns: columns(
      [w.school, 'text'],
      ...omskStages.stages.map(({ name }) => [name[language], 'text'] as const),
    ),
    rows: schools.map(({ name, stages }) => [
      name,
      ...omskStages.stages.map((stage) => {
        const done = stages.done.find((each) => each.stage === stage);
        const state = done !== undefined ? 'done' : stages.open === stage ? 'open' : 'closed';
        return [STATE_TEXTS[language][state], dayText(done?.date, language)]
          .filter((part) => part !== '')
          .join(' ');
      }),
    ]),
  };
}

function swotSheet({ schools, language, words: w }: Told): WorkbookSheet {
  return {
    name: w.swot,
    title: w.swot,
    notes: [w.swotNote],
    columns: columns(
      [w.school, 'text'],
      [w.kind, 'text'],
      [w.text, 'text', 60, 'wraps'],
      [w.about, 'text', 40, 'wraps'],
      [w.reason, 'text'],
    ),
    rows: schools.flatMap((of): readonly (readonly Cell[])[] =>
      of.swot.length === 0
        ? [[of.name, undefined, undefined, undefined, describeMissing(whyEmpty(of, 'swot'), language)]]
        : of.swot.map(({ kind, text, about }) => [
            of.name,
            KIND_TEXTS[language][kind],
            text,
            about === undefined ? undefined : topicName(about, language),
            undefined,
          ]),
    ),
  };
}

function directionsSheet({ schools, directions: tally, language, words: w }: Told): WorkbookSheet {
  return {
    name: w.directions,
    title: w.directionsTitle,
    notes: [
      w.directionsNote(tally.schools, tally.complete, tally.tooFew, tally.tooMany, tally.sum),
      sourceNote(sevenDirections, w, language),
    ],
    columns: columns(
      [w.school, 'text'],
      ...tally.directions.map(({ direction }) => [direction.name[language], 'text'] as const),
      [w.reason, 'text'],
    ),
    rows: [
      [
        w.share,
        ...tally.directions.map(({ chosen, share }) =>
          share.kind === 'known' ? w.chosenOf(chosen, share.n, share.estimate) : '–',
        ),
        undefined,
      ],
      ...schools.map((of) => {
        const chosen = of.directions?.directions ?? [];
        return [
          of.name,
          ...tally.directions.map(({ direction }) => (chosen.includes(direction.id) ? '●' : '')),
          of.directions === undefined
            ? describeMissing(whyEmpty(of, 'directions'), language)
            : of.directions.kind === 'complete'
              ? undefined
              : w.choice[of.directions.kind],
        ];
      }),
    ],
  };
}

const MAX_ISSUES = 5_000;

function issuesSheet(issues: readonly Issue[], { language, words: w }: Told): WorkbookSheet {
  return {
    name: w.issues,
    title: w.issues,
    notes: issues.length > MAX_ISSUES ? [w.moreIssues(issues.length - MAX_ISSUES)] : [],
    columns: columns(
      [w.file, 'text'],
      [w.sheet, 'text'],
      [w.row, 'count'],
      [w.column, 'text'],
      [w.severity, 'text'],
      [w.text, 'text', 80, 'wraps'],
    ),
    rows: issues
      .slice(0, MAX_ISSUES)
      .map((of) => [
        of.file,
        of.sheet,
        of.row,
        of.column,
        w.severities[of.severity],
        describeIssue(of, language),
      ]),
  };
}
