/**
 * Generated plans for laws of writers.
 *
 * @module
 */
import type { Measure, RoadMap, Section } from '@orientir/core/road-map';
import {
  ACTIVITY_KINDS,
  AUDIENCES,
  MEASURE_STATUSES,
  PLAN_FIELDS,
  STAMP_KINDS,
} from '@orientir/core/road-map';
import * as fc from 'fast-check';
import { aMeasure } from './plan-writing-sample.js';

/** Phrases of every kind of deadline. */
export const DEADLINES = [
  'до 1 октября 2025 г.',
  '15 октября',
  'сентябрь 2025 г.',
  'сентябрь – ноябрь 2025 г.',
  'с 12 по 20 января 2026 года',
  '2025/2026 учебный год',
  'ежемесячно',
  'еженедельно',
  'ежедневно',
  'ежеквартально',
  'каждую четверть',
  '2 раза в год',
  '1 раз в две недели',
  'до 5 числа каждого месяца',
  'до 31 числа каждого месяца',
  'первый понедельник месяца',
  'каждый последний четверг месяца',
  'по вторникам и четвергам',
  'ежегодно до 1 февраля',
  '15 октября, 20 декабря, 3 марта',
  'на каникулах',
  'ежемесячно, с сентября по декабрь 2025 г.',
  'постоянно',
  'с 1 сентября 2025 г.',
  'по мере необходимости',
  'после получения результатов',
  'по графику',
  '',
  'как-нибудь',
];

const PIECES = [
  'Провести',
  'разбор',
  'автоматизированно-информационный',
  '№\u00a05',
  '30\u00a0%',
  '«кавычки»',
  '—',
  '2025',
  'a_x0041_b',
  'и',
  'в',
  'школе',
  '😀',
  'ё',
  'Ҙ',
  '"',
  "'",
  '&',
  '<b>',
  '&amp;',
  ']]>',
  '=1+1',
  '+7',
  '-5',
  '@x',
  '[code]',
  '{load}',
];
const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='x",
  'javascript:alert(1)',
  'JaVaScRiPt :x',
  '<!--',
  '-->',
  '</td></tr></table>',
  '</title>',
  '\u202eabc\u202c',
  '\u200b',
  '\u200d',
  '\ufeff',
  '\ud800',
  '\udc00',
  '\0',
  '\u0007',
  '\u0085',
  '\u2028',
  '\r\n',
  '\t',
  '\\',
  ';',
  ',',
  'END:VEVENT',
  '&#60;',
  '<![CDATA[',
  '__proto__',
];

/** A text as people write it: words, lines, no space at its ends. It comes back from every file to the letter. */
export const plainText = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(' ', ' ', ' ', '\n', '\n\n')), {
    minLength: 1,
    maxLength: 12,
  })
  .map((pieces) =>
    pieces
      .map(([word, space]) => word + space)
      .join('')
      .trim(),
  );

/** A text that somebody wrote to break something. */
export const hostileText = fc.oneof(
  fc
    .array(fc.constantFrom(...HOSTILE, ...PIECES, ' ', '\n'), { maxLength: 10 })
    .map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

const day = fc.constantFrom('2025-09-01', '2025-12-31', '2026-02-28', '2026-02-30', '2024-01-01');

function measureOf(
  id: string,
  text: fc.Arbitrary<string>,
  sections: readonly Section[],
): fc.Arbitrary<Measure> {
  const maybe = fc.option(text, { nil: undefined, freq: 2 });
  return fc
    .record({
      text,
      number: fc.option(fc.constantFrom('1', '1.2.', 'II.3', '12'), { nil: undefined }),
      deadline: fc.constantFrom(...DEADLINES),
      section: fc.option(fc.constantFrom('s0', ...sections.map((each) => each.id)), { nil: undefined }),
      responsible: fc.array(
        text.filter((each) => each.trim() !== ''),
        { maxLength: 3 },
      ),
      result: maybe,
      risks: maybe,
      situation: maybe,
      place: maybe,
      audience: fc.option(fc.uniqueArray(fc.constantFrom(...codes(AUDIENCES)), { minLength: 1 }), {
        nil: undefined,
      }),
      activity: fc.option(fc.constantFrom(...codes(ACTIVITY_KINDS)), { nil: undefined }),
      indicator: fc.option(text, { nil: undefined }),
    })
    .map(({ text: what, deadline, indicator, section, ...rest }) =>
      aMeasure(id, what, deadline, {
        ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
        ...(section === undefined ? {} : { section }),
        ...(indicator === undefined
          ? {}
          : {
              indicators: [
                {
                  id: `i-${id}`,
                  name: indicator,
                  unit: 'share',
                  baseline: { value: 0.4167 },
                  target: { comparator: 'atLeast', value: 0.05, of: 'pointChange', date: '2026-05-31' },
                },
              ],
            }),
      }),
    );
}

/** A whole plan with texts of a kind. */
export function planOf(text: fc.Arbitrary<string>): fc.Arbitrary<RoadMap> {
  return fc
    .tuple(
      fc.uniqueArray(
        fc.oneof(
          fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/),
          text.filter((id) => id !== ''),
        ),
        {
          maxLength: 6,
          selector: (id) => id,
        },
      ),
      fc.array(text, { maxLength: 3 }),
    )
    .chain(([ids, titles]) => {
      const sections: readonly Section[] = titles.map((title, i) => ({
        id: `s${i}`,
        title,
        ...(i % 2 === 0 ? { number: `${i + 1}.` } : {}),
        ...(i > 1 ? { parent: 's1' } : {}),
      }));
      const columns = fc.array(
        fc.record({
          header: text,
          field: fc.option(fc.constantFrom(...codes(PLAN_FIELDS)), { nil: undefined }),
        }),
        { minLength: 1, maxLength: 6 },
      );
      const entry = fc.record({
        measure: fc.constantFrom(...ids, 'nobody'),
        status: fc.constantFrom(...codes(MEASURE_STATUSES)),
        date: day,
        note: text,
        evidence: fc.array(
          fc.record({ title: text, href: fc.oneof(text, fc.webUrl({ withQueryParameters: true })) }),
          {
            maxLength: 2,
          },
        ),
      });
      return fc
        .record({
          title: text,
          legal: fc.array(text, { maxLength: 2 }),
          measures: fc.tuple(...ids.map((id) => measureOf(id, text, sections))),
          columns: fc.option(columns, { nil: undefined }),
          entries: fc.array(entry, { maxLength: 5 }),
          stamps: fc.array(
            fc.record(
              { kind: fc.constantFrom(...codes(STAMP_KINDS)), name: text, date: day },
              { requiredKeys: ['kind'] },
            ),
            { maxLength: 3 },
          ),
        })
        .map(
          ({ title, legal, measures, columns: named, entries, stamps }): RoadMap => ({
            schema: 'orientir.road-map',
            version: 1,
            id: 'generated',
            kind: 'roadMap',
            title,
            schoolYear: '2025/2026',
            legalBasis: legal.map((raw) => ({ raw })),
            sections,
            measures,
            stamps,
            problems: legal.map((of, i) => ({ id: `p${i}`, text: of })),
            decisions: legal.map((of, i) => ({ id: `d${i}`, text: of, by: of, evidence: [] })),
            resources: legal.map((of, i) => ({ id: `r${i}`, title: of, kind: 'course', href: of })),
            goals: legal.map((of, i) => ({ id: `g${i}`, text: of, tasks: [{ id: `t${i}`, text: of }] })),
            record: { events: [{ event: 'drafted', date: '2025-08-20' }], measures: entries },
            ...(named === undefined
              ? {}
              : {
                  columns: named.map(({ header, field }) =>
                    field === undefined ? { header } : { header, field },
                  ),
                }),
          }),
        );
    });
}

function codes<Code extends string>(list: Readonly<Record<Code, unknown>>): readonly Code[] {
  const isCode = (key: string): key is Code => key in list;
  return Object.keys(list).filter(isCode);
}
