/**
 * The data of `<orientir-marker-card>`: possible markers of one school, with figures, method, what else gives such
 * figures, and how to look further. No text says that anybody did anything.
 *
 * @module
 */
import type { FullAnalysis } from '@orientir/core/analysis';
import { assessmentTitles } from '@orientir/core/assessment';
import type { Language } from '@orientir/core/foundation';
import {
  describeOfficialOutcome,
  describeOwnOutcome,
  describeTest,
  officialBySchool,
} from '@orientir/core/objectivity';
import type { ChartOrigin, Checked } from '../chart/chart-data.js';
import { checkDocument, isCount, isList, isRecord } from '../chart/chart-data.js';

/** A text in both languages. */
export interface CardText {
  readonly ru: string;
  readonly en: string;
}

/** One possible marker. */
export interface CardMarker {
  readonly id: string;
  /** Whose test it is: that of the official method, or one of our own. */
  readonly method: 'official' | 'own';
  readonly name: CardText;
  /** The work; the school year where there is none: of medals. */
  readonly work: CardText;
  /** Pupils. */
  readonly n: number;
  /** The figures in a sentence. */
  readonly found: CardText;
  /** What was compared with what, and how. */
  readonly compared: CardText;
  /** What else gives the same figures. */
  readonly exclusions: readonly CardText[];
  readonly check: CardText;
}

/** Version 1. A file with another version is refused politely. */
export interface MarkerCardData extends ChartOrigin {
  readonly schema: 'orientir.marker-card';
  readonly version: 1;
  /** Name of the school. */
  readonly school: string;
  /** Of the official method. */
  readonly schoolYear?: string;
  /** Own tests that could be made. */
  readonly tested: number;
  /** Official markers that could be computed, and all of the method. */
  readonly computed: number;
  readonly official: number;
  readonly markers: readonly CardMarker[];
}

export interface MarkerCardOptions extends ChartOrigin {
  /** Id of the school. */
  readonly school: string;
  /** As people know it. @defaultValue the id */
  readonly name?: string;
}

/**
 * The card of one school: flags of our own tests in the order of the works, then official markers of its last school
 * year. Only for inside. Cost: one walk through the outcomes of all schools.
 */
export function markerCardData(
  { objectivity, assessments }: Pick<FullAnalysis, 'objectivity' | 'assessments'>,
  { school, name = school, ...origin }: MarkerCardOptions,
): MarkerCardData {
  const { own, official } = objectivity();
  const titles = { ru: assessmentTitles(assessments, 'ru'), en: assessmentTitles(assessments, 'en') };
  const workOf = (id: string): CardText => both((language) => titles[language].get(id) ?? id);
  const aboutTest = (test: Parameters<typeof describeTest>[0]) => {
    const [ru, en] = [describeTest(test, 'ru'), describeTest(test, 'en')];
    return {
      name: { ru: ru.name, en: en.name },
      compared: { ru: ru.method, en: en.method },
      exclusions: ru.exclusions.map((text, i) => ({ ru: text, en: en.exclusions[i] ?? text })),
      check: { ru: ru.check, en: en.check },
    };
  };
  const markers: CardMarker[] = [];
  let tested = 0;
  for (const outcome of own) {
    if (outcome.school !== school || outcome.result.kind !== 'tested') continue;
    tested++;
    if (!outcome.result.flag) continue;
    const { test, assessment, schoolYear, n } = outcome;
    markers.push({
      id: [test, assessment ?? schoolYear].join('|'),
      method: 'own',
      ...aboutTest(test),
      work: workOf(assessment ?? schoolYear),
      n,
      found: both((language) => describeOwnOutcome(outcome, language)),
    });
  }
  const last = officialBySchool(official).get(school);
  const outcomes = last?.outcomes ?? [];
  for (const outcome of outcomes) {
    const { marker, assessment, n, result } = outcome;
    if (result.kind !== 'computed' || !result.marked) continue;
    markers.push({
      id: `official|${marker.id}`,
      method: 'official',
      ...aboutTest(marker.kind),
      work: workOf(assessment ?? ''),
      n,
      found: both((language) => describeOfficialOutcome(outcome, language)),
    });
  }
  const { schoolYear = '' } = last ?? {};
  return {
    schema: 'orientir.marker-card',
    version: 1,
    school: name,
    ...(schoolYear === '' ? {} : { schoolYear }),
    tested,
    computed: outcomes.filter(({ result }) => result.kind === 'computed').length,
    official: outcomes.length,
    markers,
    ...origin,
  };
}

function both(text: (language: Language) => string): CardText {
  return { ru: text('ru'), en: text('en') };
}

/** The door of the widget. */
export function checkMarkerCardData(value: unknown): Checked<MarkerCardData> {
  return checkDocument(
    value,
    'orientir.marker-card',
    ({ school, schoolYear, tested, computed, official, markers }) =>
      typeof school === 'string' &&
      (schoolYear === undefined || typeof schoolYear === 'string') &&
      [tested, computed, official].every(isCount) &&
      isList(
        markers,
        ({ id, method, name, work, n, found, compared, exclusions, check }) =>
          typeof id === 'string' &&
          (method === 'official' || method === 'own') &&
          isCount(n) &&
          [name, work, found, compared, check].every(isText) &&
          Array.isArray(exclusions) &&
          exclusions.every(isText),
      ),
  );
}

function isText(value: unknown): boolean {
  return isRecord(value) && typeof value.ru === 'string' && typeof value.en === 'string';
}
