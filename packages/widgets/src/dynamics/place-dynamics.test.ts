import { describe, expect, it } from 'vitest';
import { sampleDynamics } from '../../test/sample-series.js';
import type { DynamicsData } from './dynamics-data.js';
import { dynamicsView } from './dynamics-view.js';

const viewOf = (data: DynamicsData, width: number, fontSize = 14) =>
  dynamicsView(data, { language: 'ru', width, fontSize, rows: 40 });
const textsOf = (view: ReturnType<typeof viewOf>) =>
  view.chart.marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : []));
const named = (names: readonly string[], date?: string): DynamicsData => {
  const data = sampleDynamics(names.length);
  return {
    ...data,
    steps: names.map((name, i) => ({ id: `${i}`, name, ...(date === undefined ? {} : { date }) })),
  };
};

describe('placeDynamics', () => {
  it.each([14, 28])(
    'writes name and date of a checkpoint in full below one another, text of %i px',
    (size) => {
      const view = viewOf(named(['Первичный', 'Промежуточный', 'Итоговый'], '2025-09-30'), 328, size);
      const texts = textsOf(view);
      const y = (text: string) => texts.find((each) => each.text === text)?.y ?? Number.NaN;
      expect(y('30.09.2025')).toBeGreaterThan(y('Промежуточный'));
      expect(texts.filter(({ text }) => text === '30.09.2025')).toHaveLength(3);
      expect(view.table.rows[1]?.[0]).toBe('Промежуточный, 30.09.2025');
      expect(view.sentence('1')).toMatch(/^Промежуточный, 30\.09\.2025: /);
      if (size === 14) expect(view.chart.width).toBe(328);
    },
  );

  it('numbers breaks where their reasons find no room, and lists them below', () => {
    const data = sampleDynamics(6);
    const broken: DynamicsData = {
      ...data,
      steps: data.steps.map((step, i) =>
        i === 2 || i === 3 ? { ...step, breakBefore: i === 2 ? 'instrument' : 'пересмотрены задания' } : step,
      ),
    };
    const narrow = viewOf(broken, 328);
    expect(narrow.footnotes).toEqual([
      '2021/2022: ряд прерван: другая работа',
      '2022/2023: ряд прерван: пересмотрены задания',
    ]);
    const texts = textsOf(narrow).map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['1', '2']));
    const wide = viewOf(broken, 1200);
    expect(wide.footnotes).toBeUndefined();
    expect(
      textsOf(wide)
        .map(({ text }) => text)
        .join(' '),
    ).toContain('другая работа');
    expect(wide.table.rows.map((row) => row.at(-1))).toContain('ряд прерван: пересмотрены задания');
  });

  it('leaves no line of the grid behind a figure', () => {
    const data = sampleDynamics(6, 1);
    for (const high of [0.98, 0.79]) {
      const [series] = data.series;
      if (series === undefined) throw new Error('no series');
      const values = series.values.map(() => ({ n: 60, share: high - 0.1, low: high - 0.2, high }));
      const { chart } = viewOf({ ...data, series: [{ ...series, values }] }, 328);
      const figures = textsOf({ ...viewOf(data, 328), chart }).filter(({ role }) => role === 'value small');
      expect(figures).toHaveLength(6);
      const isUnder = ({ x, y }: (typeof figures)[number]) =>
        chart.marks.some(
          (mark) =>
            mark.kind === 'line' &&
            mark.role === 'grid' &&
            mark.x1 < x &&
            mark.x2 > x &&
            mark.y1 < y &&
            mark.y1 > y - 10,
        );
      expect(figures.some(isUnder)).toBe(false);
    }
  });
});
