import { analyseFully } from '@orientir/core/analysis';
import { add, empty } from '@orientir/core/tally';
import { describe, expect, it } from 'vitest';
import { sampleBlock } from '../../test/sample-block.js';
import { sampleDynamics } from '../../test/sample-series.js';
import { checkDynamicsData, dynamicsData, dynamicsHtml } from './index.js';

const work = (schoolYear: string, subject = 'Математика') => ({
  id: `${subject}-${schoolYear}`,
  programme: 'ВПР',
  subject,
  grade: 5,
  schoolYear,
  items: [{ id: '1', maxPoints: 1 }],
});
const years = [
  ['2025/2026', 10],
  ['2023/2024', 30],
  ['2024/2025', 20],
] as const;
const tally = years.reduce(
  (all, [year, low]) =>
    add(
      all,
      sampleBlock(work(year), [
        { id: 'a', n: 40, low },
        ...(year === '2024/2025' ? [] : [{ id: 'b', n: 60, low: 0 }]),
      ]),
    ),
  add(empty(), sampleBlock(work('2025/2026', 'История'), [{ id: 'a', n: 40, low: 0 }])),
);
const analysis = analyseFully(tally);
const options = {
  assessment: 'Математика-2025/2026',
  whole: { level: 'school', unit: 'a' },
  wholeName: 'СОШ № 1',
  comparator: { group: { level: 'school', unit: 'b' }, name: 'СОШ № 2' },
} as const;
const parsed = (data: unknown): unknown => JSON.parse(JSON.stringify(data));

describe('dynamicsData', () => {
  it('has the years of one work, the oldest first, and says where a group has no share', () => {
    const data = dynamicsData(analysis, options);
    expect(data?.steps.map(({ name }) => name)).toEqual(['2023/2024', '2024/2025', '2025/2026']);
    expect(data?.series.map(({ values }) => values.map(({ share, n }) => [share, n]))).toEqual([
      [
        [0.25, 40],
        [0.5, 40],
        [0.75, 40],
      ],
      [
        [1, 60],
        [undefined, 0],
        [1, 60],
      ],
    ]);
    expect(data?.series[1]?.values[1]?.reason).toBe('no-pupils');
    expect(data?.assessment).not.toHaveProperty('schoolYear');
  });

  it('breaks where it is told, and only there', () => {
    const data = dynamicsData(analysis, {
      ...options,
      breaks: new Map([['Математика-2024/2025', 'instrument']]),
    });
    expect(data?.steps.map(({ breakBefore }) => breakBefore)).toEqual([undefined, 'instrument', undefined]);
  });

  it('is absent with one year only, and for a work or a group that is not there', () => {
    expect(dynamicsData(analysis, { ...options, assessment: 'История-2025/2026' })).toBeUndefined();
    expect(dynamicsData(analysis, { ...options, assessment: 'other' })).toBeUndefined();
    expect(dynamicsData(analysis, { ...options, whole: { level: 'school', unit: 'x' } })).toBeUndefined();
  });

  it('goes through JSON and the door unchanged', () => {
    const data = dynamicsData(analysis, { ...options, measure: 'pass', source: 'ВПР', synthetic: true });
    expect(data).toMatchObject({ measure: 'pass', source: 'ВПР', synthetic: true });
    expect(checkDynamicsData(parsed(data))).toEqual({ kind: 'data', data: parsed(data) });
  });
});

describe('checkDynamicsData', () => {
  it('refuses another version, and what is damaged', () => {
    const data = sampleDynamics(3);
    expect(checkDynamicsData(data).kind).toBe('data');
    expect(checkDynamicsData({ ...data, version: 2 })).toEqual({ kind: 'other-version', found: '2' });
    for (const wrong of [
      null,
      {},
      { ...data, schema: 'other' },
      { ...data, unit: {} },
      { ...data, measure: undefined },
      { ...data, assessment: [] },
      { ...data, steps: [null, null, null] },
      { ...data, steps: data.steps.slice(1) },
      { ...data, steps: data.steps.map((step) => ({ ...step, breakBefore: true })) },
      { ...data, series: [] },
      { ...data, series: [...data.series, ...data.series] },
    ])
      expect(checkDynamicsData(wrong), JSON.stringify(wrong)).toEqual({ kind: 'wrong' });
  });
});

describe('dynamicsHtml', () => {
  /** Points that the lines of the first series lead through, line by line. */
  const lines = (html: string) =>
    [...html.matchAll(/<path class="curve" d="(.*?)"/g)].flatMap(([, d = '']) =>
      d.split('M').flatMap((part) => (part === '' ? [] : [part.split('L').length])),
    );
  const html = (change: Partial<ReturnType<typeof sampleDynamics>>) =>
    dynamicsHtml({ ...sampleDynamics(5, 1), ...change }, 'ru', { width: 700 });
  const step = (id: string, breakBefore?: string) => ({
    id,
    name: id,
    ...(breakBefore === undefined ? {} : { breakBefore }),
  });

  it('leads no line across a break, and says why in the drawing, the note and the table', () => {
    const steps = ['1', '2', '3', '4', '5'];
    expect(lines(html({ steps: steps.map((id) => step(id)) }))).toEqual([5]);
    const broken = html({ steps: steps.map((id) => step(id, id === '3' ? 'instrument' : undefined)) });
    expect(lines(broken)).toEqual([2, 3]);
    expect(broken.match(/ряд прерван: другая работа/g)).toHaveLength(2);
    expect(broken).toContain('не сравнивают');
  });

  it('shows a reason of its own as it is', () => {
    expect(
      html({
        steps: ['1', '2', '3', '4', '5'].map((id) => step(id, id === '2' ? 'новые задания' : undefined)),
      }),
    ).toContain('ряд прерван: новые задания');
  });

  it('leads no line across a missing share either', () => {
    const values = sampleDynamics(5, 1).series[0]?.values ?? [];
    const steps = ['1', '2', '3', '4', '5'].map((id) => step(id));
    const gap = html({
      steps,
      series: [
        { name: 'А', values: values.map((value, i) => (i === 2 ? { n: 0, reason: 'no-pupils' } : value)) },
      ],
    });
    expect(lines(gap)).toEqual([2, 2]);
    expect(gap).toContain('причина в таблице');
  });
});
