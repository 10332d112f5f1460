import type { SchoolPassport } from '../context/context-index.js';
import type { ContextAnalysis } from '../context/context-of.js';
import { missing } from '../foundation/figure.js';
import { compareText } from '../foundation/order.js';
import type { SchoolRisk } from '../risk/low-results.js';
import type { PartnerSchool } from './partner-school.js';

/** What a list of schools says of one. */
export interface ListedSchool {
  readonly id: string;
  readonly municipality?: string;
  readonly type?: string;
  readonly settlement?: string;
}

export interface PartnerSources {
  readonly context: ContextAnalysis;
  readonly passports: readonly SchoolPassport[];
  readonly risks: readonly SchoolRisk[];
  readonly list: readonly ListedSchool[];
  readonly places: ReadonlyMap<string, NonNullable<PartnerSchool['place']>>;
  readonly strong: ReadonlyMap<string, readonly string[]>;
  readonly weak: ReadonlyMap<string, readonly string[]>;
}

/** Fewer pupils make a rural school a small one («малокомплектная»), which only another such school is like. Our choice. */
export const SMALL_RURAL_BELOW = 100;

/**
 * Schools with results or a passport, from what was computed of them.
 *
 * Seeks: a ruleset calls the school one with low results, or its plain rule lists it while chance leaves it open.
 * Stratum: type and settlement as given, small rural schools apart. Conditions: indicators of the passport and the
 * logarithm of the number of pupils; one that the passport does not state is not known.
 */
export function partnerSchools(sources: PartnerSources): readonly PartnerSchool[] {
  const passports = new Map(sources.passports.map((passport) => [passport.school, passport]));
  const list = new Map(sources.list.map((school) => [school.id, school]));
  const seeking = new Set(
    sources.risks.flatMap(({ school, class: of, listed }) =>
      of === 'low' || (of === 'undetermined' && listed) ? [school] : [],
    ),
  );
  const contexts = new Map(sources.context.schools.map((school) => [school.school, school]));
  const ids = [...new Set([...contexts.keys(), ...seeking])].sort(compareText);
  return ids.map((school): PartnerSchool => {
    const passport = passports.get(school);
    const listed = list.get(school);
    const context = contexts.get(school);
    const place = sources.places.get(school);
    const settlement = passport?.settlement ?? listed?.settlement?.toLowerCase();
    return {
      school,
      stratum: stratumOf(listed?.type, settlement, passport?.pupils),
      ...(listed?.municipality === undefined ? {} : { municipality: listed.municipality }),
      conditions: conditionsOf(
        passport,
        sources.context.rules.indicators.map(({ id }) => id),
      ),
      difference: context?.difference ?? missing('no-pupils'),
      seeks: seeking.has(school),
      flagged: context !== undefined && (context.flagged || context.doubtful.length > 0),
      strong: sources.strong.get(school) ?? [],
      weak: sources.weak.get(school) ?? [],
      ...(place === undefined ? {} : { place }),
    };
  });
}

function stratumOf(
  type: string | undefined,
  settlement: string | undefined,
  pupils: number | undefined,
): string {
  const isSmall = pupils !== undefined && pupils < SMALL_RURAL_BELOW && settlement === 'село';
  return JSON.stringify([type?.toLowerCase() ?? '', settlement ?? '', isSmall ? 'small' : '']);
}

function conditionsOf(
  passport: SchoolPassport | undefined,
  indicators: readonly string[],
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const id of indicators) {
    const figure = passport?.indicators.get(id);
    if (figure?.kind === 'known') found.set(id, figure.estimate);
  }
  const pupils = passport?.pupils ?? 0;
  if (pupils > 0) found.set('log_pupils', Math.log(pupils));
  return found;
}
