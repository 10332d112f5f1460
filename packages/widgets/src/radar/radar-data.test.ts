import type { FullAnalysis } from '@orientir/core/analysis';
import { analyseFully } from '@orientir/core/analysis';
import { add, empty } from '@orientir/core/tally';
import { describe, expect, it } from 'vitest';
import { sampleBlock } from '../../test/sample-block.js';
import { sampleRadar } from '../../test/sample-series.js';
import { checkRadarData, radarData } from './index.js';

const work = (id: string, sections: readonly string[]) => ({
  id,
  programme: 'ВПР',
  subject: 'Математика',
  grade: 7,
  schoolYear: '2025/2026',
  items: sections.map((section, i) => ({ id: `${i + 1}`, maxPoints: 1, section })),
});
const SCHOOLS = [
  { id: 'a', n: 40, low: 30 },
  { id: 'b', n: 60, low: 0 },
];
const SECTIONS = ['Числа', 'Геометрия', 'Функции', 'Числа'];
const analysis = analyseFully(
  add(
    add(empty(), sampleBlock(work('three', SECTIONS), SCHOOLS)),
    sampleBlock(work('two', ['Числа', 'Функции']), SCHOOLS),
  ),
);
const options = {
  assessment: 'three',
  whole: { level: 'school', unit: 'a' },
  wholeName: 'СОШ № 1',
  comparator: { group: { level: 'municipality', unit: 'Район' }, name: 'Район' },
} as const;
const parsed = (data: unknown): unknown => JSON.parse(JSON.stringify(data));

describe('radarData', () => {
  it('has an axis for each section and a series for each group', () => {
    const data = radarData(analysis, options);
    expect(data?.axes.map(({ name }) => name)).toEqual(['Числа', 'Геометрия', 'Функции']);
    expect(data?.series.map(({ name, values }) => [name, values.map(({ share }) => share)])).toEqual([
      ['СОШ № 1', [0.25, 0.25, 0.25]],
      ['Район', [0.7, 0.7, 0.7]],
    ]);
  });

  it('says why a group has no share', () => {
    const data = radarData(analysis, {
      ...options,
      comparator: { group: { level: 'school', unit: 'нет такой' }, name: 'Нет' },
    });
    expect(data?.series[1]?.values).toEqual(Array(3).fill({ n: 0, reason: 'not-administered' }));
  });

  it('is absent for a work or a group that is not there, and with fewer than three sections', () => {
    expect(radarData(analysis, { ...options, assessment: 'other' })).toBeUndefined();
    expect(radarData(analysis, { ...options, whole: { level: 'school', unit: 'x' } })).toBeUndefined();
    expect(radarData(analysis, { ...options, assessment: 'two' })).toBeUndefined();
  });

  it('goes through JSON and the door unchanged, and reads nothing private', () => {
    const guarded: FullAnalysis = {
      ...analysis,
      get private(): FullAnalysis['private'] {
        throw new Error('private figures were read');
      },
    };
    const data = radarData(guarded, options);
    expect(checkRadarData(parsed(data))).toEqual({ kind: 'data', data: parsed(data) });
  });
});

describe('checkRadarData', () => {
  it('takes three to twelve axes and one or two series', () => {
    for (const axes of [3, 12])
      for (const series of [1, 2]) expect(checkRadarData(sampleRadar(axes, series)).kind).toBe('data');
    const data = sampleRadar(3);
    for (const wrong of [
      sampleRadar(2),
      sampleRadar(13),
      sampleRadar(3, 0),
      { ...data, series: [...data.series, ...data.series] },
      { ...data, series: [{ name: 'А', values: [] }] },
      { ...data, series: [{ name: 'А', values: [{ n: 1, share: 1.1 }, { n: 1 }, { n: 1 }] }] },
      { ...data, axes: [null, null, null] },
      { ...data, unit: undefined },
      { ...data, assessment: 'ВПР' },
      { ...data, title: 7 },
      { ...data, schema: 'other' },
      null,
    ])
      expect(checkRadarData(wrong), JSON.stringify(wrong)).toEqual({ kind: 'wrong' });
    expect(checkRadarData({ ...data, version: 2 })).toEqual({ kind: 'other-version', found: '2' });
  });
});
