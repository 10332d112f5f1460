/**
 * The plan as one flat table, a row for each measure, for spreadsheets and csv.
 *
 * @module
 */
import { formatDeadline, rruleOf } from '@orientir/core/calendar';
import type { Language } from '@orientir/core/foundation';
import type { Measure, PlanField, RoadMap } from '@orientir/core/road-map';
import { MEASURE_STATUSES, PLAN_FIELDS } from '@orientir/core/road-map';
import { SECTION_SEPARATOR } from '../plan-attributes.js';
import { deadlineDays, hasRealDays } from './deadline-days.js';
import { fieldText } from './field-text.js';
import { baselineText, targetText } from './indicator-text.js';
import type { MeasureMarks } from './measure-marks.js';
import { evidenceText } from './measure-marks.js';
import { shownText } from './shown-text.js';
import { writingWords } from './writing-words.js';

export interface MeasureContext {
  readonly plan: RoadMap;
  readonly language: Language;
  readonly marks: MeasureMarks;
}

/** A column of the flat table; days are `YYYY-MM-DD`. */
export interface MeasureColumn {
  readonly id: string;
  readonly header: (language: Language) => string;
  readonly valueOf: (measure: Measure, context: MeasureContext) => string;
}

const ofField = (field: PlanField): MeasureColumn => ({
  id: field,
  header: (language) => PLAN_FIELDS[field][language],
  valueOf: (measure, context) => fieldText(measure, field, context),
});

/** All columns by id. */
export const MEASURE_COLUMNS = {
  id: {
    id: 'id',
    header: (language) => writingWords(language).id,
    valueOf: ({ id }) => id,
  },
  number: ofField('number'),
  section: {
    id: 'section',
    header: (language) => writingWords(language).section,
    valueOf: (measure, { plan }) => shownText(sectionPath(measure, plan).join(SECTION_SEPARATOR)),
  },
  parent: {
    id: 'parent',
    header: (language) => writingWords(language).parent,
    valueOf: ({ parent = '' }) => parent,
  },
  text: ofField('text'),
  deadline: ofField('deadline'),
  kind: {
    id: 'kind',
    header: (language) => writingWords(language).deadlineKind,
    valueOf: ({ deadline }) => deadline.kind,
  },
  start: {
    id: 'start',
    header: (language) => writingWords(language).start,
    valueOf: ({ deadline }) => deadlineDays(deadline).start ?? '',
  },
  end: {
    id: 'end',
    header: (language) => writingWords(language).end,
    valueOf: ({ deadline }) => deadlineDays(deadline).end ?? '',
  },
  rrule: {
    id: 'rrule',
    header: () => 'RRULE',
    valueOf: ({ deadline }) => rruleOf(deadline) ?? '',
  },
  repeats: {
    id: 'repeats',
    header: (language) => writingWords(language).repeats,
    valueOf: ({ deadline }, { language }) => {
      const repeats = deadline.kind === 'recurring' || deadline.kind === 'ongoing';
      return repeats && hasRealDays(deadline) ? formatDeadline(deadline, language) : '';
    },
  },
  responsible: ofField('responsible'),
  result: ofField('result'),
  indicator: ofField('indicator'),
  baseline: {
    id: 'baseline',
    header: (language) => writingWords(language).baseline,
    valueOf: ({ indicators = [] }, { language }) =>
      lines(indicators.map((each) => baselineText(each, language))),
  },
  target: {
    id: 'target',
    header: (language) => writingWords(language).target,
    valueOf: ({ indicators = [] }, { language }) =>
      lines(indicators.map((each) => targetText(each, language))),
  },
  recommendation: ofField('recommendation'),
  situation: ofField('situation'),
  solution: ofField('solution'),
  risks: ofField('risks'),
  audience: ofField('audience'),
  basis: ofField('basis'),
  place: ofField('place'),
  status: {
    id: 'status',
    header: (language) => PLAN_FIELDS.status[language],
    valueOf: ({ id }, { marks, language }) => {
      const mark = marks.get(id);
      return mark === undefined ? '' : MEASURE_STATUSES[mark.status][language];
    },
  },
  status_date: {
    id: 'status_date',
    header: (language) => writingWords(language).statusDate,
    valueOf: ({ id }, { marks }) => marks.get(id)?.date ?? '',
  },
  evidence: {
    id: 'evidence',
    header: (language) => writingWords(language).evidence,
    valueOf: ({ id }, { marks }) => shownText(evidenceText(marks.get(id)?.evidence)),
  },
  note: {
    id: 'note',
    header: (language) => writingWords(language).note,
    valueOf: ({ id }, { marks }) => shownText(marks.get(id)?.note ?? ''),
  },
} as const satisfies Record<string, MeasureColumn>;

export type MeasureColumnId = keyof typeof MEASURE_COLUMNS;

/** Titles of the sections around a measure, from the outermost. */
function sectionPath({ section, sectionPath: path }: Measure, { sections }: RoadMap): readonly string[] {
  if (path.length > 0 || section === undefined) return path;
  const byId = new Map(sections.map((each) => [each.id, each]));
  const titles: string[] = [];
  let at = byId.get(section);
  while (at !== undefined && titles.length < sections.length) {
    titles.unshift(at.title);
    at = at.parent === undefined ? undefined : byId.get(at.parent);
  }
  return titles;
}

/** Lines beside lines of the indicators; nothing when all are blank. */
function lines(texts: readonly string[]): string {
  return texts.every((text) => text === '') ? '' : shownText(texts.join('\n'));
}
