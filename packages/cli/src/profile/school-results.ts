/**
 * Puts together what forms, passports and results say of each school.
 *
 * @module
 */
import type { SchoolPassport } from '@orientir/core/context';
import { contextOf } from '@orientir/core/context';
import { compareNatural } from '@orientir/core/foundation';
import type { PeriodCounts, PeriodKey, PeriodRow, SchoolFacts } from '@orientir/core/school-profile';
import {
  annualCard,
  CROSS_CHECK_RULES,
  crossCheck,
  directionTally,
  exitState,
  marksBeside,
  mergePeriods,
  NO_PERIODS,
  omskStages,
  PERIODS,
  periodCounts,
  riskProfile,
  riskProfile500,
  StageProgress,
  sevenDirections,
  sixGroups,
} from '@orientir/core/school-profile';
import { summarise } from '@orientir/core/tally';
import type { PeriodResult, ProfiledSchool, ProfileForms, ProfileResults } from '@orientir/formats/profile';
import type { ResultsRead } from './results-in.js';

export interface EverythingRead {
  readonly forms: ProfileForms;
  readonly passports: readonly SchoolPassport[];
  readonly results: ResultsRead;
  /** Names by id, of all schools of a list; those without a name have their id. */
  readonly listed: ReadonlyMap<string, string>;
}

/** Every school that a list, a passport, a form or the results name. */
export function profileResults({ forms, passports, results, listed }: EverythingRead): ProfileResults {
  const passportOf = new Map(passports.map((passport) => [passport.school, passport]));
  const known = new Set([
    ...listed.keys(),
    ...passportOf.keys(),
    ...results.works.keys(),
    ...results.risks.keys(),
    ...[...forms.schools].flatMap(([school, { isKnown }]) => (isKnown ? [school] : [])),
  ]);
  const ids = [...new Set([...known, ...forms.schools.keys()])].sort(compareNatural);
  const hard = results.hard ?? hardByPassports(passports, results);
  const ratings = bySchool(forms.ratings);
  const swot = bySchool(forms.swot);
  const cards = bySchool(forms.cards);
  const controls = bySchool(forms.controls);
  const checkpoints = bySchool(forms.checkpoints);
  const facts = ids.map((school): SchoolFacts => {
    const passport = passportOf.get(school);
    const directions = forms.directions.get(school);
    const hardConditions = hard.get(school);
    return {
      school,
      ...(passport === undefined ? {} : { passport }),
      ratings: ratings(school),
      swot: swot(school),
      ...(directions === undefined ? {} : { directions }),
      risks: results.risks.get(school) ?? [],
      ...(hardConditions === undefined ? {} : { hardConditions }),
      works: results.works.get(school) ?? [],
      refused: forms.schools.get(school)?.refused ?? new Set(),
    };
  });
  const checks = bySchool(
    crossCheck(
      facts.filter(({ school }) => known.has(school)),
      CROSS_CHECK_RULES,
    ),
  );
  const schools = facts.map(({ school, ratings: own, passport, directions, risks }): ProfiledSchool => {
    const isKnown = known.has(school);
    const refused = forms.schools.get(school)?.refused ?? new Set();
    const why = isKnown ? (refused.has('self-rating') ? 'refused' : 'not-entered') : 'unknown-school';
    const works = results.works.get(school) ?? [];
    const { markers } = results;
    const official = results.official.get(school);
    return {
      school,
      name: listed.get(school) ?? school,
      isKnown,
      refused,
      profile: riskProfile(school, own, riskProfile500, why),
      swot: swot(school),
      ...(directions === undefined ? {} : { directions }),
      stages: forms.stages.get(school) ?? StageProgress.start(omskStages),
      checks: checks(school),
      card: annualCard(school, cards(school), works, sixGroups),
      controls: controls(school).map((control) => ({ control, state: exitState(control, results.risks) })),
      checkpoints: checkpoints(school),
      ...(passport === undefined ? {} : { passport }),
      works,
      risks,
      ...(markers === undefined ? {} : { markers: markers.get(school) ?? [] }),
      ...(official === undefined ? {} : { official }),
    };
  });
  return {
    given: forms.given,
    schools,
    directions: directionTally([...forms.directions.values()], sevenDirections),
    periods: periodResults(forms.attendance, results),
  };
}

/** Where nobody computed conditions, they follow from the passports and the results. */
function hardByPassports(
  passports: readonly SchoolPassport[],
  { tally }: ResultsRead,
): ReadonlyMap<string, boolean> {
  if (passports.length === 0 || tally === undefined) return new Map();
  return new Map(
    contextOf(summarise(tally), passports).schools.flatMap(({ school, quadrant }) =>
      quadrant === undefined ? [] : [[school, quadrant.hard] as const],
    ),
  );
}

/** Rows of each school; where several schools have the same period, subject and grade also all of them together. */
function periodResults(rows: readonly PeriodRow[], { works }: ResultsRead): readonly PeriodResult[] {
  const byKey = new Map<string, PeriodRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.schoolYear, row.period, row.subject?.toLowerCase(), row.grade]);
    const there = byKey.get(key);
    if (there === undefined) byKey.set(key, [row]);
    else there.push(row);
  }
  const groups = [...byKey.values()].sort(compareGroups);
  const result = (level: PeriodResult['level'], unit: string, of: readonly PeriodRow[]): PeriodResult => {
    const key = keyOf(of);
    const counts = of.map(periodCounts).reduce<PeriodCounts>(mergePeriods, NO_PERIODS);
    // Works of schools that state marks: the two shares are then of the same schools.
    const stating = new Set(of.flatMap(({ school, marks }) => (marks === undefined ? [] : [school])));
    const own = [...stating].flatMap((school) => works.get(school) ?? []);
    return { level, unit, key, counts, beside: marksBeside(key, counts, own) };
  };
  return groups.flatMap((of) => [
    ...[...of]
      .sort((one, other) => compareNatural(one.school, other.school))
      .map((row) => result('school', row.school, [row])),
    ...(of.length > 1 ? [result('all', 'all', of)] : []),
  ]);
}

function keyOf([row]: readonly PeriodRow[]): PeriodKey {
  if (row === undefined) throw new RangeError('keyOf requires a row');
  const { schoolYear, period, subject, grade } = row;
  return {
    schoolYear,
    period,
    ...(subject === undefined ? {} : { subject }),
    ...(grade === undefined ? {} : { grade }),
  };
}

function compareGroups(one: readonly PeriodRow[], other: readonly PeriodRow[]): number {
  const [a, b] = [keyOf(one), keyOf(other)];
  return (
    compareNatural(a.schoolYear, b.schoolYear) ||
    PERIODS.indexOf(a.period) - PERIODS.indexOf(b.period) ||
    compareNatural(a.subject ?? '', b.subject ?? '') ||
    (a.grade ?? 0) - (b.grade ?? 0)
  );
}

function bySchool<Value extends { readonly school: string }>(
  values: readonly Value[],
): (school: string) => readonly Value[] {
  const found = new Map<string, Value[]>();
  for (const value of values) {
    const there = found.get(value.school);
    if (there === undefined) found.set(value.school, [value]);
    else there.push(value);
  }
  return (school) => found.get(school) ?? [];
}
