/**
 * One page about a school as a whole («паспорт школы»): conditions, results, what to check, stages.
 *
 * @module
 */
import { lowResultsRulesTitle } from '@orientir/core/assessment';
import type { Figure, Language } from '@orientir/core/foundation';
import { describeMissing, formatCount, formatShare } from '@orientir/core/foundation';
import { describeTest } from '@orientir/core/objectivity';
import { MARKS, markTotal, omskStages, riskProfile500 } from '@orientir/core/school-profile';
import { INDICATORS } from '../passport/passport-columns.js';
import type { ProfiledSchool } from '../profile/profile-results.js';
import { whyNotInPassport } from '../profile/profile-sheet-parts.js';
import {
  dayText,
  passportName,
  RISK_TEXTS,
  STATE_TEXTS,
  statementsText,
  topicName,
} from '../profile/profile-texts.js';
import { fitSheet } from './fit-sheet.js';
import { passportSheetWords } from './school-passport-words.js';
import type { RadarShares, SheetModel, SheetTable } from './sheet-model.js';
import { intervalText } from './sheet-words.js';
import { short } from './short-text.js';

export interface PassportSheetOptions {
  readonly language: Language;
  /** Of all schools, whose mean share stands beside that of the school. */
  readonly conditions: ConditionSums;
  /** Draws the radar chart as finished markup; absent = the table alone. */
  readonly draw?: (shares: RadarShares) => string;
}

/** Sums of shares of social passports, by id. */
export type ConditionSums = ReadonlyMap<string, { readonly sum: number; readonly schools: number }>;

/** Made once for all passports. */
export function conditionSums(all: readonly ProfiledSchool[]): ConditionSums {
  const sums = new Map<string, { sum: number; schools: number }>();
  for (const { id } of INDICATORS) {
    const shares = all.flatMap(({ passport }) => shareOf(passport, id) ?? []);
    sums.set(id, { sum: shares.reduce((sum, share) => sum + share, 0), schools: shares.length });
  }
  return sums;
}

/**
 * The passport of a school on one page of A4: shares of the social passport as a table, marks and solve rates of the works of the
 * last year, possible markers, what differs, stages. For inside: small groups are not hidden.
 *
 * Edge cases: what is missing is said in words, with its reason; rows of works that do not fit the page are counted.
 */
export function schoolPassportSheet(
  of: ProfiledSchool,
  { language, conditions, draw }: PassportSheetOptions,
): SheetModel {
  const words = passportSheetWords(language);
  const works = worksTable(of, language);
  const checks = of.checks.flatMap(({ judgement }) => {
    if (judgement.kind !== 'differs') return [];
    const { says, against } = judgement;
    return [
      words.differs(
        statementsText(says, language, MOST_NAMED),
        statementsText(against, language, MOST_NAMED),
      ),
    ];
  });
  const isCompared = of.checks.some(({ judgement: { kind } }) => kind === 'agrees' || kind === 'differs');
  const { stages, profile } = of;
  const high = profile.factors.flatMap((each) =>
    'rating' in each && each.rating.significance === 'high' ? [each.factor.id] : [],
  );
  return fitSheet(
    {
      language,
      name: of.school.replace(/[\p{Cc}\\/:*?"<>|\s.]+/gu, '-').slice(0, 80),
      title: words.title(short(of.name, LONGEST_NAME)),
      facts: words.facts(of.passport?.pupils ?? whyNotInPassport(of), of.passport?.settlement),
      sentences: [
        of.risks.length === 0
          ? words.noRisks
          : words.risks(
              of.risks.map((risk) =>
                words.risk(
                  lowResultsRulesTitle(risk.ruleset, language),
                  RISK_TEXTS[language][risk.class],
                  risk.listed,
                ),
              ),
            ),
        words.markers(markersOf(of, language)),
        ...(of.markers === undefined ? [] : [officialText(of, language)]),
        high.length + profile.counts.medium + profile.counts.low === 0
          ? of.refused.has('self-rating')
            ? words.refused['self-rating']
            : words.noRatings
          : words.ratings(
              high.map((id) => topicName(id, language)),
              profile.unrated,
            ),
        ...(of.directions === undefined
          ? [of.refused.has('directions') ? words.refused.directions : words.noDirections]
          : [
              words.directions(
                of.directions.directions.map((id) => topicName(id, language)),
                of.directions.kind,
              ),
            ]),
        ...(of.controls.length === 0 && of.refused.has('special-control')
          ? [words.refused['special-control']]
          : []),
        ...of.controls.map(({ control, state }) =>
          words.control(short(control.owner, 60), dayText(control.since, language), state),
        ),
      ],
      ...(works === undefined ? {} : { table: works }),
      moreTables: [conditionsTable(of, conditions, language, draw), stagesTable(of, language)],
      discuss: {
        heading: words.check,
        items: checks.length > 0 ? checks : [isCompared ? words.nothingDiffers : words.nothingToCheck],
      },
      next: {
        heading: words.next,
        items: [
          stages.open === undefined ? words.allDone : words.open(stages.open.name[language]),
          ...(profile.toDecide.length === 0
            ? []
            : [words.decide(profile.toDecide.map((id) => topicName(id, language)))]),
        ],
      },
      notes: [
        ...(works === undefined ? [words.noWorks] : []),
        words.unverified(riskProfile500.id),
        words.doubt,
      ],
      foot: words.foot,
    },
    words,
  );
}

const MOST_NAMED = 3;
/** Longer than any name of a school in full: two schools must not get the same heading. */
const LONGEST_NAME = 400;
/** Axes that a radar chart needs. */
const LEAST_AXES = 3;

function markersOf({ markers }: ProfiledSchool, language: Language): readonly string[] | undefined {
  return markers === undefined
    ? undefined
    : [
        ...new Set(
          markers.map(({ work, test }) =>
            [short(work, 50), describeTest(test, language).name].filter((part) => part !== '').join(': '),
          ),
        ),
      ];
}

/** Official markers and their number: a possible marker, never guilt. */
function officialText({ official }: ProfiledSchool, language: Language): string {
  const words = passportSheetWords(language);
  if (official === undefined) return words.noOfficial;
  const computed = official.outcomes.filter(({ result }) => result.kind === 'computed');
  const marked = computed.flatMap(({ marker, result }) =>
    result.kind === 'computed' && result.marked
      ? [`${describeTest(marker.kind, language).name} (${marker.subject}, ${words.grade(marker.grade)})`]
      : [],
  );
  return words.official(official.schoolYear, marked, computed.length, official.outcomes.length);
}

/** Works of the last school year; absent when there are none. */
function worksTable({ works }: ProfiledSchool, language: Language): SheetTable | undefined {
  const words = passportSheetWords(language);
  const last = works.reduce(
    (year, { assessment: { schoolYear = '' } }) => (schoolYear > year ? schoolYear : year),
    '',
  );
  const own = works.filter(({ assessment: { schoolYear = '' } }) => schoolYear === last);
  const isUnmarked = own.some((of) => markTotal(of.marks) !== of.wrote);
  const rows = own.map(({ title, wrote: pupils, marks, solveRate }) => {
    const all = markTotal(marks);
    return [
      short(title, 48),
      all === pupils
        ? formatCount(pupils, language)
        : `${formatCount(pupils, language)} (${formatCount(all, language)})`,
      ...MARKS.map((mark) => (all === 0 ? '–' : formatShare(marks[mark] / all, language))),
      figureText(solveRate, language),
      intervalText(solveRate, language),
    ];
  });
  if (rows.length === 0) return undefined;
  const { work, wrote, rate, interval } = words.works;
  const column = (header: string, width: number) => ({ header, isNumber: true, width });
  return {
    heading: words.worksHeading(last),
    columns: [
      { header: work, isNumber: false, width: 34 },
      column(wrote, 9),
      ...MARKS.map((mark) => column(`«${mark}»`, 8)),
      column(rate, 12),
      column(interval, 13),
    ],
    rowHeader: 0,
    rows,
    notes: isUnmarked ? [words.unmarked] : [],
  };
}

/** The axes of the radar chart as a table, and the chart where it can be drawn. */
function conditionsTable(
  of: ProfiledSchool,
  conditions: ConditionSums,
  language: Language,
  draw: PassportSheetOptions['draw'],
): SheetTable {
  const words = passportSheetWords(language);
  const { indicator, own, others } = words.conditions;
  const { passport } = of;
  const rows = INDICATORS.map(({ id }) => {
    const share = shareOf(passport, id);
    const { sum, schools } = conditions.get(id) ?? { sum: 0, schools: 0 };
    const left = share === undefined ? schools : schools - 1;
    const mean = left > 0 ? (sum - (share ?? 0)) / left : undefined;
    return { name: passportName(id, language), figure: passport?.indicators.get(id), share, mean, left };
  });
  const isDrawn = rows.filter(({ share }) => share !== undefined).length >= LEAST_AXES;
  const rim = Math.max(
    0.25,
    Math.ceil(Math.max(...rows.flatMap(({ share = 0, mean = 0 }) => [share, mean])) * 4) / 4,
  );
  const radar: RadarShares = {
    axes: rows.map(({ name }) => name),
    school: rows.map(({ share }) => share),
    others: rows.map(({ mean }) => mean),
    rim,
  };
  const svg = isDrawn ? draw?.(radar) : undefined;
  return {
    heading: words.conditionsHeading,
    columns: [
      { header: indicator, isNumber: false, width: 60 },
      { header: own, isNumber: true, width: 20 },
      { header: others, isNumber: true, width: 20 },
    ],
    rowHeader: 0,
    rows: rows.map(({ name, figure, mean, left }, i) => [
      svg === undefined ? name : `${i + 1}. ${name}`,
      figure === undefined || isEmpty(figure)
        ? words.noShare[whyNotInPassport(of)]
        : figureText(figure, language),
      mean === undefined ? '–' : words.mean(mean, left),
    ]),
    notes: [],
    ...(svg === undefined ? {} : { picture: { svg, radar, legend: words.radar(rim) } }),
  };
}

function shareOf(passport: ProfiledSchool['passport'], id: string): number | undefined {
  const figure = passport?.indicators.get(id);
  return figure?.kind === 'known' ? figure.estimate : undefined;
}

/** A reader of passports says so of a cell with nothing in it. */
function isEmpty(figure: Figure): boolean {
  return figure.kind === 'missing' && figure.reason === 'not-stated';
}

function stagesTable({ stages }: ProfiledSchool, language: Language): SheetTable {
  const words = passportSheetWords(language);
  return {
    heading: words.stagesHeading,
    columns: omskStages.stages.map(({ name }) => ({ header: name[language], isNumber: false, width: 1 })),
    rowHeader: 'none',
    rows: [
      omskStages.stages.map((stage) => {
        const done = stages.done.find((each) => each.stage === stage);
        const state = done !== undefined ? 'done' : stages.open === stage ? 'open' : 'closed';
        return [STATE_TEXTS[language][state], dayText(done?.date, language)]
          .filter((part) => part !== '')
          .join(' ');
      }),
    ],
    notes: [],
  };
}

function figureText(figure: Figure, language: Language): string {
  return figure.kind === 'known'
    ? formatShare(figure.estimate, language)
    : describeMissing(figure.reason, language);
}
