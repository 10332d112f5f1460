import type { PartnerPlan, PartnerSchool } from '@orientir/core/partners';
import { PARTNER_RULES } from '@orientir/core/partners';
import type { SupportOverview } from '@orientir/core/support';
import { describe, expect, it } from 'vitest';
import { sampleCapacity, sampleCoverage, samplePartnerList } from '../../test/sample-support.js';
import {
  capacityData,
  capacityHtml,
  checkCapacityData,
  checkCoverageData,
  checkPartnerListData,
  coverageData,
  coverageHtml,
  partnerListData,
  partnerListHtml,
} from './index.js';

const parsed = (data: unknown): unknown => JSON.parse(JSON.stringify(data));
const readable = (html: string) =>
  html.replace(/(<(?:line|circle|rect|path|text|li|t[hd]|svg|p|details)\b)/g, '\n$1');

const needs = (topic: string, severity: 1 | 2 | 3, all: number, met: number) => ({
  topic,
  severity,
  needs: all,
  met,
  unmet: [],
  hasWeakOffers: false,
});
const none = { needs: 0, met: 0 };

describe('coverageData', () => {
  const of = (needRows: SupportOverview['needRows']) =>
    coverageData(
      {
        needRows,
        byGroup: {
          young: { needs: 9, met: 4 },
          newcomer: { needs: 4, met: 4 },
          low_results: none,
          no_exam_experience: none,
        },
      },
      { name: 'Район' },
    ).rows.map(({ kind, id, needs: all, met }) => [kind, id, all, met]);

  it('adds up severities of a topic, and shows no row that could be one teacher', () => {
    expect(
      of([
        needs('Дроби', 1, 4, 1),
        needs('Дроби', 3, 3, 2),
        needs('Текст', 2, 3, 0),
        needs('Оптика', 2, 2, 2),
      ]),
    ).toEqual([
      ['topic', 'Дроби', 7, 3],
      ['topic', '', 5, 2],
      ['group', 'young', 9, 4],
    ]);
    expect(of([needs('Дроби', 1, 5, 1), needs('Текст', 2, 4, 0)])).toEqual([
      ['topic', 'Дроби', 5, 1],
      ['group', 'young', 9, 4],
    ]);
  });
});

describe('the data of the three views', () => {
  it('take offers and schools as the plans have them', () => {
    const capacity = [
      { offer: 'курс-1', kind: 'курс', places: 12, used: 12, price: 3, gainOfOneMore: 2, isTooSmall: false },
    ];
    expect(capacityData({ capacity }, { name: 'Район' }).rows).toEqual([
      { id: 'курс-1', kind: 'курс', places: 12, used: 12, price: 3, gain: 2 },
    ]);
    const school = (id: string): PartnerSchool => ({
      school: id,
      stratum: '',
      conditions: new Map(),
      difference: { kind: 'missing', reason: 'no-pupils', n: 0 },
      seeks: false,
      flagged: false,
      strong: [],
      weak: [],
    });
    const pair = {
      school: school('s1'),
      partner: school('s2'),
      distance: 1,
      difference: 0.5,
      low: 0.2,
      high: 0.8,
      topics: ['Дроби'],
      value: 1,
    };
    const plan: PartnerPlan = {
      entries: [
        { kind: 'matched', school: 's1', pair },
        { kind: 'without', school: 's3', reason: 'none-near', nearest: { ...pair, school: school('s3') } },
      ],
      proof: { matched: 1, mostMatched: 1, value: 1, mostValue: 1 },
      balance: [],
      rules: PARTNER_RULES,
    };
    expect(partnerListData(plan, { name: 'Район', names: new Map([['s2', 'Гимназия']]) }).rows).toEqual([
      { id: 's1', name: 's1', partner: 'Гимназия', difference: 0.5, low: 0.2, high: 0.8, topics: ['Дроби'] },
      { id: 's3', name: 's3', topics: [], reason: 'none-near', nearest: 'Гимназия' },
    ]);
  });

  it.each([
    ['coverage', checkCoverageData, sampleCoverage(3)],
    ['capacity', checkCapacityData, sampleCapacity(3)],
    ['partner-list', checkPartnerListData, samplePartnerList(5)],
  ] as const)(
    '%s go through JSON and the door, and are refused when damaged or of another version',
    (_, check, data) => {
      expect(check(parsed(data))).toEqual({ kind: 'data', data: parsed(data) });
      expect(check({ ...data, version: 2 })).toEqual({ kind: 'other-version', found: '2' });
      const [row] = data.rows;
      for (const wrong of [
        null,
        [],
        { ...data, name: 7 },
        { ...data, rows: [null] },
        { ...data, rows: [{ ...row, id: 1 }] },
        { ...data, schema: 'other' },
      ])
        expect(check(wrong), JSON.stringify(wrong)).toEqual({ kind: 'wrong' });
    },
  );
});

describe('the views as HTML', () => {
  it.each([
    ['coverage', coverageHtml(sampleCoverage(6), 'ru')],
    ['capacity', capacityHtml(sampleCapacity(6), 'ru')],
    ['partner-list', partnerListHtml(samplePartnerList(5), 'ru')],
    ['partner-list-narrow', partnerListHtml(samplePartnerList(4), 'en', { width: 300 })],
  ])('%s is as it was', async (name, html) => {
    await expect(readable(html)).toMatchFileSnapshot(`./golden/${name}.html`);
  });

  it('never draw a number that is none nor a negative width, at any width and size', () => {
    for (const width of [200, 320, 1600])
      for (const size of [0, 1, 60]) {
        const all = [
          coverageHtml(sampleCoverage(size), 'ru', { width }),
          capacityHtml(sampleCapacity(size), 'en', { width }),
          partnerListHtml(samplePartnerList(size), 'ru', { width }),
        ].join('');
        expect(all).not.toMatch(/NaN|Infinity|undefined/);
        expect(all).not.toMatch(/(?:width|height|r)="-/);
      }
  });

  it('let no name become markup', () => {
    const list = samplePartnerList(1);
    const html = partnerListHtml(
      { ...list, rows: list.rows.map((row) => ({ ...row, name: '<img src=x onerror=alert(1)>' })) },
      'ru',
    );
    expect(html).not.toContain('<img');
  });
});
