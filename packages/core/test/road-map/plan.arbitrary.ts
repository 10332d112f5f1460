import fc from 'fast-check';
import { parseDeadline } from '../../src/calendar/index.js';
import type { Indicator, Measure, RoadMap } from '../../src/road-map/index.js';
import { ACTIVITY_KINDS, AUDIENCES, PLAN_KINDS } from '../../src/road-map/index.js';
import { between } from '../evenly.js';

const PHRASES = [
  '',
  'до 1 октября',
  'сентябрь 2025 г.',
  'ежегодно, до 1 февраля',
  'один раз в четверть',
  'постоянно',
  'по графику',
  'сентябрь, декабрь, май',
  'в течение года',
  'к педсовету',
  'третья среда месяца',
  'на следующие 3 года',
  'первичный, промежуточный, итоговый',
  'непонятно когда',
];

const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('Анализ ВПР', 'Семинар', 'Банк практик «Опыт»', 'Выезд <b>') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
);
const codes = <Code extends string>(list: Readonly<Record<Code, unknown>>) =>
  fc.constantFrom(...Object.keys(list).filter((key): key is Code => Object.hasOwn(list, key)));

const indicator = (id: string): fc.Arbitrary<Indicator> =>
  fc.record(
    {
      id: fc.constant(id),
      name: text,
      unit: fc.constantFrom('share' as const, 'points' as const, 'count' as const),
      baseline: fc.record({ value: between(0, 1), n: fc.nat(400) }, { requiredKeys: ['value'] }),
      target: fc.record({
        comparator: fc.constantFrom('atLeast' as const, 'atMost' as const),
        value: between(0, 1),
        of: fc.constantFrom('value' as const, 'pointChange' as const),
      }),
      checkpoints: fc.array(fc.record({ name: text }), { maxLength: 2 }),
    },
    { requiredKeys: ['id', 'name', 'unit'] },
  );

const measure = (id: string): fc.Arbitrary<Measure> =>
  fc.record(
    {
      id: fc.constant(id),
      number: fc.constantFrom('1.', '2.', '1.1'),
      text,
      section: fc.constantFrom('s1', 's2'),
      sectionPath: fc.constantFrom([], ['Раздел 1'], ['Раздел 1', 'Раздел 1.1']),
      recommendation: text,
      deadline: fc
        .constantFrom(...PHRASES)
        .map((phrase) => parseDeadline(phrase, { schoolYear: '2025/2026' }).deadline),
      responsible: fc.array(text, { maxLength: 3 }),
      result: text,
      risks: text,
      indicators: fc.tuple(indicator(`${id}-i1`)).map((list) => [...list]),
      audience: fc.array(codes(AUDIENCES), { maxLength: 2 }),
      activity: codes(ACTIVITY_KINDS),
      findings: fc.array(fc.constantFrom('f1', 'f2', 'f3'), { maxLength: 2 }),
    },
    { requiredKeys: ['id', 'text', 'sectionPath', 'deadline', 'responsible'] },
  );

/** Valid plans of up to eight measures. */
export const anyPlan: fc.Arbitrary<RoadMap> = fc
  .shuffledSubarray(['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8'])
  .chain((ids) =>
    fc.record(
      {
        schema: fc.constant('orientir.road-map' as const),
        version: fc.constant(1 as const),
        id: fc.constantFrom('p1', 'p2'),
        kind: codes(PLAN_KINDS),
        title: text,
        schoolYear: fc.constant('2025/2026'),
        problems: fc.constant([{ id: 'p', text: 'Проблема' }]),
        sections: fc.constant([
          { id: 's1', title: 'Раздел 1' },
          { id: 's2', title: 'Раздел 1.1', parent: 's1' },
        ]),
        measures: fc.tuple(...ids.map(measure)),
      },
      { requiredKeys: ['schema', 'version', 'id', 'kind', 'title', 'sections', 'measures'] },
    ),
  );
