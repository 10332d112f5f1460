/**
 * The data of `<orientir-risk>`: what a ruleset of low results says about every school, how sure that is, and the works it
 * rests on.
 *
 * @module
 */
import type { FullAnalysis } from '@orientir/core/analysis';
import type { LowResultsRules } from '@orientir/core/assessment';
import { assessmentTitle, assessmentTitles } from '@orientir/core/assessment';
import type { LowResultsCell, RiskClass, SchoolRisk, UncertainResults } from '@orientir/core/risk';
import type { ChartAssessment, ChartOrigin, ChartShare, Checked } from '../chart/chart-data.js';
import {
  chartAssessment,
  checkDocument,
  isChartAssessment,
  isChartShare,
  isCount,
  isList,
  isRecord,
  isShare,
  shareOf,
} from '../chart/chart-data.js';

/** One work of one school; the share is that of pupils with a low result. */
export interface RiskWork extends ChartShare {
  /** Id of one of the works of the table. */
  readonly assessment: string;
  /** Pupils with a low result, whatever untaught items could have given. */
  readonly lowPupils: number;
  /** Further pupils who may have a low result or not; absent = none. */
  readonly uncertainPupils?: number;
  /** Probability that the true share reaches the border, 0..1; absent where the work does not count. */
  readonly probability?: number;
  /** Why the work does not count. */
  readonly leftOut?: 'too-few' | 'no-marks' | 'doubtful';
  /** One of the works for which the plain rule lists the school. */
  readonly triggered: boolean;
}

/** What items that were not taught leave open. */
export interface RiskUncertain {
  readonly pupils: number;
  /** Absent where marks of the last year are certain. */
  readonly share?: { readonly low: number; readonly high: number };
}

/** One school; the share is that of low results on all works of the last year that count. */
export interface RiskSchool extends ChartShare {
  readonly id: string;
  readonly name: string;
  /** What the plain rule says; absent where it depends on items that were not taught. */
  readonly listed?: boolean;
  readonly class: RiskClass;
  /** That the rule would list it by its true shares, 0..1; absent when `too-few`. With `uncertain` the smallest possible one. */
  readonly probability?: number;
  /** Pupils whose results may be low or not, since items were not taught, and the share of the year at least and at most. */
  readonly uncertain?: RiskUncertain;
  /** Pupils fewer with a low result, so that the rule lists it no more; absent when not listed. */
  readonly distanceToExit?: number;
  /** Pupils whose results would have to change for another class; absent = more than ten, or `too-few`. */
  readonly stability?: number;
  /** Newest first. */
  readonly works: readonly RiskWork[];
}

/** What a table has to say of its ruleset. */
type RiskRules = Pick<
  LowResultsRules,
  'id' | 'title' | 'source' | 'verification' | 'shareFrom' | 'minPupils' | 'probability'
>;

/** Version 1. A file with another version is refused politely. */
export interface RiskData extends ChartOrigin {
  readonly schema: 'orientir.risk';
  readonly version: 1;
  readonly unit: { readonly name: string };
  readonly rules: RiskRules;
  /** Works that the schools have. */
  readonly assessments: readonly ChartAssessment[];
  /** In any order: the table has its own, and no places. */
  readonly schools: readonly RiskSchool[];
}

export interface RiskOptions extends ChartOrigin {
  /** Id of a ruleset. @defaultValue the first one of the analysis */
  readonly ruleset?: string;
  /** Name of the group of schools as people know it. */
  readonly wholeName: string;
  /** Names of schools as people know them, by id; a school without one keeps its id. */
  readonly names?: ReadonlyMap<string, string>;
}

/** Takes the table out of an analysis; absent when it has no such ruleset. Cost: the evidence of every school is made. */
export function riskData(
  analysis: Pick<FullAnalysis, 'assessments' | 'lowResultsRules' | 'schoolRisks'>,
  { ruleset, wholeName, names = new Map(), source, synthetic }: RiskOptions,
): RiskData | undefined {
  const rules = analysis.lowResultsRules.find(({ id }) => ruleset === undefined || id === ruleset);
  if (rules === undefined) return undefined;
  const schools = analysis.schoolRisks
    .filter((risk) => risk.ruleset === rules.id)
    .map((risk) => schoolOf(risk, names));
  const used = new Set(schools.flatMap(({ works }) => works.map(({ assessment }) => assessment)));
  const { id, title, verification, shareFrom, minPupils, probability } = rules;
  return {
    schema: 'orientir.risk',
    version: 1,
    unit: { name: wholeName },
    rules: {
      id,
      ...(title === undefined ? {} : { title }),
      source: rules.source,
      verification,
      shareFrom,
      minPupils,
      probability,
    },
    assessments: toldApart(analysis.assessments.filter((of) => used.has(of.id))),
    schools,
    ...(source === undefined ? {} : { source }),
    ...(synthetic === true ? { synthetic } : {}),
  };
}

/** Works of one name, as both that a region wrote in a year, have their ids beside the subject. */
function toldApart(assessments: FullAnalysis['assessments']): readonly ChartAssessment[] {
  const titles = assessmentTitles(assessments, 'en');
  return assessments.map((of) => {
    const isAlone = titles.get(of.id) === assessmentTitle(of, 'en');
    return chartAssessment(isAlone ? of : { ...of, subject: `${of.subject} (${of.id})` });
  });
}

function schoolOf(
  {
    school,
    listed,
    class: verdict,
    probability,
    share,
    uncertain,
    distanceToExit,
    stability,
    cells,
  }: SchoolRisk,
  names: ReadonlyMap<string, string>,
): RiskSchool {
  return {
    id: school,
    name: names.get(school) ?? school,
    ...(listed === undefined ? {} : { listed }),
    class: verdict,
    ...(probability === undefined ? {} : { probability }),
    ...shareOf(share),
    ...(uncertain === undefined ? {} : { uncertain: uncertainOf(uncertain) }),
    ...(distanceToExit === undefined ? {} : { distanceToExit }),
    ...(stability === undefined ? {} : { stability }),
    works: cells().map((cell) => workOf(cell, listed === true)),
  };
}

function uncertainOf({ pupils, share }: UncertainResults): RiskUncertain {
  return share === undefined ? { pupils } : { pupils, share: { low: share.low, high: share.high } };
}

function workOf(
  { assessment, low, uncertain, share, probability, leftOut, triggered }: LowResultsCell,
  listed: boolean,
): RiskWork {
  return {
    assessment,
    lowPupils: low,
    ...(uncertain === undefined ? {} : { uncertainPupils: uncertain }),
    ...shareOf(share),
    ...(probability === undefined ? {} : { probability }),
    ...(leftOut === undefined ? {} : { leftOut }),
    // Where all conditions have to hold, one alone lists nobody.
    triggered: triggered && listed,
  };
}

/** The door of the widget. */
export function checkRiskData(value: unknown): Checked<RiskData> {
  return checkDocument(
    value,
    'orientir.risk',
    ({ unit, rules, assessments, schools }) =>
      isRecord(unit) &&
      typeof unit.name === 'string' &&
      isRecord(rules) &&
      isRules(rules) &&
      isList(assessments, (of) => typeof of.id === 'string' && isChartAssessment(of)) &&
      isList(schools, isSchool),
  );
}

function isRules(rules: Readonly<Record<string, unknown>>): boolean {
  const { id, title = { ru: id, en: id }, source, verification, shareFrom, minPupils, probability } = rules;
  return (
    isRecord(title) &&
    [id, source, verification, title.ru, title.en].every((each) => typeof each === 'string') &&
    isShare(shareFrom) &&
    isCount(minPupils) &&
    isShare(probability)
  );
}

function isSchool(school: Readonly<Record<string, unknown>>): boolean {
  const {
    id,
    name,
    listed,
    class: verdict,
    probability,
    uncertain,
    distanceToExit,
    stability,
    works,
  } = school;
  return (
    [id, name, verdict].every((each) => typeof each === 'string') &&
    (listed === undefined || typeof listed === 'boolean') &&
    (uncertain === undefined || isUncertain(uncertain)) &&
    isChartShare(school) &&
    (probability === undefined || isShare(probability)) &&
    [distanceToExit, stability].every((each) => each === undefined || isCount(each)) &&
    isList(works, isWork)
  );
}

function isUncertain(value: unknown): boolean {
  if (!isRecord(value) || !isCount(value.pupils)) return false;
  const { share } = value;
  return share === undefined || (isRecord(share) && isShare(share.low) && isShare(share.high));
}

function isWork(work: Readonly<Record<string, unknown>>): boolean {
  const { assessment, lowPupils, uncertainPupils, probability, triggered } = work;
  return (
    typeof assessment === 'string' &&
    isCount(lowPupils) &&
    (uncertainPupils === undefined || isCount(uncertainPupils)) &&
    typeof triggered === 'boolean' &&
    isChartShare(work) &&
    (probability === undefined || isShare(probability))
  );
}
