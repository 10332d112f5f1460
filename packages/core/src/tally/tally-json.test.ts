import { describe, expect, it } from 'vitest';
import { aBlock, anAssessment } from '../../test/response-rows.js';
import type { Assessment } from '../assessment/index.js';
import { add, empty, merge } from './add.js';
import { AssessmentConflict } from './tally.js';
import { formatTally, parseTally } from './tally-json.js';

const tally = add(
  empty(),
  aBlock(anAssessment([1, 2]), [
    { unit: { school: 's1', class: '5А' }, codes: [2, 4], mark: 5, journalMark: 4 },
    { unit: { school: 's1', class: '5А' }, codes: [253, 0], mark: 2 },
  ]),
);

/** The same with all fields the other way round. */
function backwards<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value), (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).reverse())
      : part,
  );
}

describe('the tally file', () => {
  it('looks as documented', () => {
    const [, group] = formatTally(tally).split('\n');
    expect(JSON.parse(group?.replace(/\],"teachers.*$/, '') ?? '')).toEqual({
      school: 's1',
      class: '5А',
      variant: '',
      wrote: 2,
      absent: 0,
      responses: [
        [2, 1, 253, 1],
        [0, 1, 4, 1],
      ],
      marks: [2, 0, 1, 5, 4, 1],
      complete: {
        items: [0, 1],
        totals: [1, 0, 0, 1, 1, 4, 6, 1],
        cross: [
          [2, 6, 1],
          [4, 6, 1],
        ],
      },
    });
  });

  it('keeps all that a description says, in one order whatever order it was written in', () => {
    const whole: Assessment = {
      id: 'w',
      programme: 'ЕГЭ',
      subject: 'Математика',
      grade: 11,
      schoolYear: '2025/2026',
      items: [
        {
          id: '1',
          maxPoints: 1,
          level: 'basic',
          section: 'Числа',
          skill: 'subject',
          codes: ['1.1'],
          tags: ['дроби'],
          skills: ['вычислять'],
          plannedResult: 'научится',
          options: ['А', 'Б'],
          key: 'А',
        },
        { id: '2' },
      ],
      markScale: [
        { mark: 2, min: 0 },
        { mark: 3, min: 1 },
      ],
      markConditions: [{ items: ['1'], min: 1, marks: [3], otherwise: 2 }],
      scaleOrigin: { owner: 'Край', schoolYear: '2025/2026' },
      testScores: { '1': 20 },
      codifier: [
        {
          code: '1.1',
          name: 'Дроби',
          kind: 'content',
          grade: 5,
          earlier: [{ name: 'Доли', grade: 4, code: '0.1' }, { name: 'Счёт' }],
        },
        { code: '1.2', name: 'Проценты' },
      ],
      sameItemsAs: 'v',
      pointStep: 0.5,
    };
    const textOf = (assessment: Assessment) =>
      formatTally(add(empty(), aBlock(assessment, [{ codes: [2, 1] }])));
    const text = textOf(whole);
    expect(text).toContain(JSON.stringify(whole));
    expect(textOf(backwards(whole))).toBe(text);
    const bare = { ...whole, scaleOrigin: {}, codifier: [{ code: '1.1', name: 'Дроби', earlier: [] }] };
    expect(textOf(bare)).toContain(JSON.stringify(bare));
    const parsed = parseTally(text);
    expect(parsed.kind === 'tally' ? formatTally(parsed.tally) : parsed).toBe(text);
  });

  it('is told by its place when it is no JSON, or belongs to a school', () => {
    expect(parseTally('{')).toMatchObject({ code: 'tally-invalid', parameters: { ru: 'это не JSON' } });
    const own = { ...JSON.parse(formatTally(tally)), confidential: 'school-only' };
    expect(parseTally(JSON.stringify(own))).toMatchObject({ kind: 'refused', code: 'tally-invalid' });
    expect(parseTally(JSON.stringify({ ...JSON.parse(formatTally(tally)), shared: 'нет' }))).toMatchObject({
      parameters: { path: 'shared' },
    });
  });

  it('names products and groups by columns that are wrong by their place', () => {
    const items = [1, 2].map((maxPoints, i) => ({ id: `${i + 1}`, maxPoints, section: 'Числа' }));
    const rows = [{ codes: [2, 4], sex: 'м' }];
    const document = JSON.parse(formatTally(add(empty(), aBlock(anAssessment([1, 2], { items }), rows))));
    const [work] = document.assessments;
    const pathOf = (more: object) => {
      const parsed = parseTally(JSON.stringify({ ...document, assessments: [{ ...work, ...more }] }));
      return parsed.kind === 'refused' && 'path' in parsed.parameters ? parsed.parameters.path : parsed.kind;
    };
    expect(pathOf({})).toBe('tally');
    expect(pathOf({ products: [...work.products, ...work.products] })).toBe('assessments.0.products');
    expect(pathOf({ groupings: [...work.groupings, ...work.groupings] })).toMatch(
      /^assessments\.0\.groupings/,
    );
    expect(pathOf({ teachers: [...work.groups, ...work.groups] })).toMatch(/^assessments\.0\.teachers/);
  });

  it('of version 1 is brought up to date: of the tables by form the one of the whole variant stays', () => {
    const text = formatTally(tally);
    const old = text
      .replace('"version":5', '"version":1')
      .replace(/"complete":(\{.*?\]\]\})/, '"forms":[{"items":[0],"totals":[]},$1]');
    expect(old).not.toBe(text);
    const parsed = parseTally(old);
    expect(parsed.kind === 'tally' ? formatTally(parsed.tally) : parsed).toBe(text);
  });

  it('of version 2 has no groups by columns and no products', () => {
    const text = formatTally(tally);
    const old = text.replace('"version":5', '"version":2').replace(/,"groupings":\[\],"products":\[\]/, '');
    expect(old).not.toContain('products');
    const parsed = parseTally(old);
    expect(parsed.kind === 'tally' ? formatTally(parsed.tally) : parsed).toBe(text);
  });

  it.each([3, 4])('of version %i is the same but for its number', (version) => {
    const text = formatTally(tally);
    const parsed = parseTally(text.replace('"version":5', `"version":${version}`));
    if (parsed.kind === 'refused') throw new Error(parsed.code);
    expect(formatTally(parsed.tally)).toBe(text);
  });

  it('keeps totals of pupils without a mark by the set of items not taught', () => {
    const behind = add(
      empty(),
      aBlock(anAssessment([1, 2, 1]), [
        { codes: [2, 4, 2] },
        { codes: [2, 4, 254] },
        { codes: [2, 0, 254] },
        { codes: [254, 4, 254] },
        { codes: [2, 4, 254], mark: 3 },
        { codes: [2, 255, 254] },
        { codes: [2, 4, 254], absent: true },
      ]),
    );
    const text = formatTally(behind);
    expect(text).toContain(
      '"untaught":[{"of":3,"items":[0,2],"totals":[4,1]},{"of":3,"items":[2],"totals":[2,1,6,1]}]',
    );
    const parsed = parseTally(text);
    expect(parsed.kind === 'tally' ? formatTally(parsed.tally) : parsed).toBe(text);
    const damaged = (from: string, to: string) => parseTally(text.replace(from, to));
    for (const [from, to] of [
      ['"items":[0,2]', '"items":[2,0]'],
      ['"items":[0,2]', '"items":[2]'],
      ['"items":[0,2]', '"items":[2,3]'],
      ['"of":3', '"of":1'],
      ['"of":3', '"of":4'],
      ['[2,1,6,1]', '[6,1,2,1]'],
    ] as const) {
      expect(damaged(from, to)).toMatchObject({
        code: 'tally-invalid',
        parameters: { problem: expect.stringContaining('untaught') },
      });
    }
    expect(damaged('[2,1,6,1]', '[2,1,6,5]')).toMatchObject({ code: 'tally-invalid' });
  });

  it('drops totals over fewer items than the whole has, where items were not taught too', () => {
    const short = add(empty(), aBlock(anAssessment([1, 2]), [{ codes: [2, 254] }]));
    const long = add(empty(), aBlock(anAssessment([1, 2, 1]), [{ codes: [2, 254, 0] }]));
    const [group] = merge(short, long).assessments.get('work')?.groups.values() ?? [];
    expect(group?.counts.untaught?.map(({ of, items }) => [of, items])).toEqual([[3, [1]]]);
  });

  it('is refused by its version when another program made it', () => {
    expect(parseTally(formatTally(tally).replace('"version":5', '"version":6'))).toMatchObject({
      kind: 'refused',
      code: 'tally-version',
      parameters: { found: '6' },
    });
  });

  it('is refused when it is damaged, with the place', () => {
    const damage = (from: string, to: string) => parseTally(formatTally(tally).replace(from, to));
    expect(damage('"wrote":2', '"wrote":1')).toMatchObject({
      parameters: { path: 'assessments.0.groups.0' },
    });
    expect(damage('[2,1,253,1]', '[253,1,2,1]')).toMatchObject({ code: 'tally-invalid' });
    expect(damage('[2,1,253,1]', '[251,1,253,1]')).toMatchObject({ code: 'tally-invalid' });
    expect(damage('"items":[0,1]', '"items":[1,0]')).toMatchObject({ code: 'tally-invalid' });
    expect(damage('"wrote":2', '"wrote":-2')).toMatchObject({
      parameters: { path: 'assessments.0.groups.0.wrote' },
    });
    expect(damage('{', '')).toMatchObject({ parameters: { path: '$' } });
    expect(parseTally('[]')).toMatchObject({ kind: 'refused' });
  });
});

describe('merge', () => {
  it('refuses two descriptions of one assessment that contradict each other', () => {
    const other = add(empty(), aBlock(anAssessment([1, 3]), [{ codes: [2, 6] }]));
    expect(() => merge(tally, other)).toThrow(AssessmentConflict);
    try {
      merge(tally, other);
    } catch (error) {
      expect(error instanceof AssessmentConflict && error.parameters).toEqual({
        assessment: 'work',
        field: '2.maxPoints',
        one: '2',
        other: '3',
      });
    }
  });

  it('joins tallies of which one knows fewer items', () => {
    const short = add(empty(), aBlock({ ...anAssessment([]), items: [{ id: '2' }] }, [{ codes: [2] }]));
    const [group] = merge(short, tally).assessments.get('work')?.groups.values() ?? [];
    expect(group?.counts.responses.keys).toEqual(Uint32Array.from([256 + 2]));
  });
});
