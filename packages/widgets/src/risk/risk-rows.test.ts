import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleRisk } from '../../test/sample-risk.js';
import type { RiskSchool } from './risk-data.js';
import { riskHtml } from './risk-html.js';
import type { SortedColumn } from './risk-rows.js';
import { filterRisk, sortRisk } from './risk-rows.js';

const { schools } = sampleRisk(30);
const columns: readonly SortedColumn[] = ['school', 'class', 'probability', 'rule', 'share', 'exit'];
const names = (of: readonly RiskSchool[]) => of.map(({ name }) => name);

describe('sortRisk', () => {
  it('keeps every school, whatever their order was, and gives the same order', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...schools], { minLength: schools.length }),
        fc.constantFrom(...columns),
        fc.boolean(),
        (shuffled, by, descending) => {
          expect(sortRisk(shuffled, { by, descending })).toEqual(sortRisk(schools, { by, descending }));
          expect(new Set(sortRisk(shuffled, { by, descending }))).toEqual(new Set(schools));
        },
      ),
    );
  });

  it.each(['probability', 'share', 'exit'] as const)(
    'by %s: schools without the figure last, both ways',
    (by) => {
      const key = by === 'exit' ? 'distanceToExit' : by;
      for (const descending of [false, true]) {
        const values = sortRisk(schools, { by, descending }).map((school) => school[key]);
        const known = values.filter((value) => value !== undefined);
        expect(known.length).toBeLessThan(values.length);
        expect(values.slice(0, known.length)).toEqual(known);
        expect([...known].sort((a, b) => (descending ? b - a : a - b))).toEqual(known);
      }
    },
  );

  it('by name counts as people do', () => {
    const found = names(sortRisk(schools, { by: 'school', descending: false }));
    expect(found.indexOf('СОШ № 9')).toBeLessThan(found.indexOf('СОШ № 10'));
  });

  it('by conclusion: low results first, too few pupils last', () => {
    const classes = sortRisk(schools, { by: 'class', descending: false }).map((of) => of.class);
    expect(classes[0]).toBe('low');
    expect(classes.at(-1)).toBe('too-few');
  });
});

describe('filterRisk', () => {
  const found = (query: string) => names(filterRisk(schools, { query }, ({ name }) => name));

  it('wants every word, in any order and letters', () => {
    expect(found('сош 12')).toEqual(['СОШ № 12']);
    expect(found('СЕВЕРА гимназия')).toHaveLength(1);
    expect(found('')).toHaveLength(schools.length);
    expect(found('нет такой')).toEqual([]);
  });

  it('lets through one class', () => {
    const low = filterRisk(schools, { query: '', class: 'low' }, () => '');
    expect(low.length).toBeGreaterThan(0);
    expect(low.every((school) => school.class === 'low')).toBe(true);
  });
});

describe('riskHtml', () => {
  /** One cell a line, so that a change is seen where it is. */
  const readable = (html: string) =>
    html.replace(/(<(?:line|rect|path|circle|li|t[hd]|svg|p|details)\b)/g, '\n$1');

  it.each(['ru', 'en'] as const)('in %s is as it was', async (language) => {
    await expect(readable(riskHtml(sampleRisk(7), language))).toMatchFileSnapshot(
      `../chart/golden/risk-${language}.html`,
    );
  });

  it('writes no number that is none, and no place', () => {
    for (const size of [0, 1, 60]) {
      const html = riskHtml(sampleRisk(size), 'ru');
      expect(html).not.toMatch(/NaN|Infinity|undefined/);
      expect(html).not.toMatch(/(?:width|height|r)="-/);
      expect(html).not.toContain('<ol');
    }
  });

  it('lets no text become markup', () => {
    const hostile = '<img src=x onerror=alert(1)>"\'';
    const data = sampleRisk(1);
    const html = riskHtml(
      {
        ...data,
        unit: { name: hostile },
        rules: { ...data.rules, id: hostile, source: hostile },
        assessments: data.assessments.map((of) => ({ ...of, subject: hostile })),
        schools: data.schools.map((school) => ({ ...school, name: hostile })),
      },
      'ru',
    );
    expect(html).not.toContain('<img');
  });
});
