import type { ContextAnalysis, SchoolContext } from '@orientir/core/context';
import { contextOf } from '@orientir/core/context';
import { known, missing } from '@orientir/core/foundation';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { HOSTILE, inventedRegion } from '../../test/invented-region.js';
import { resultsWorkbook } from './index.js';

const region = inventedRegion();
const school: SchoolContext = {
  school: 's1',
  settlement: 'село',
  index: known(1.2, 100),
  leftOut: [],
  onScaleOfAll: false,
  doubtful: [],
  flagged: false,
  result: known(-0.6, 60),
  expected: known(-0.5, 3000),
  difference: known(-0.1, 60, { low: -0.3, high: 0.1, method: 'normal' }),
  probability: 0.2,
  class: 'undetermined',
  quadrant: { result: 'low', hard: true },
};
const bare: SchoolContext = {
  school: 's2',
  index: missing('no-context'),
  leftOut: [],
  onScaleOfAll: false,
  doubtful: [],
  flagged: false,
  result: known(0.1, 60),
  expected: missing('no-context'),
  difference: missing('no-context'),
  class: 'undetermined',
};
const context: ContextAnalysis = { ...contextOf([], []), schools: [school, bare] };
const gap = known(-0.55, 70, { low: -0.9, high: -0.2, method: 'clustered' });

async function sheets(language: 'ru' | 'en', more: Partial<typeof region>) {
  const bytes = resultsWorkbook({
    analysis: { ...region, ...more },
    record: { files: [], issues: [] },
    schoolNames: new Map([['s1', HOSTILE]]),
    language,
  });
  return new Map((await readXlsxFile(Buffer.from(bytes))).map(({ sheet, data }) => [sheet, data]));
}

describe('sheets about conditions', () => {
  it('have every school with its conclusion in words, and gaps between groups', async () => {
    const found = await sheets('ru', {
      context: () => context,
      schoolGaps: () => [
        { grouping: 'conditions', group: 'hard', schools: 4, gap },
        { grouping: 'settlement', group: 'хутор', schools: 1, gap: missing('too-few-schools', 12) },
        { grouping: 'constructor', group: 'x', schools: 2, gap },
      ],
    });
    const schools = found.get('Условия и результаты')?.slice(-2);
    expect(schools?.[0]?.slice(0, 5)).toEqual([
      HOSTILE,
      'Низкие результаты в тяжёлых условиях: нужны ресурсы',
      'село',
      1.2,
      'да',
    ]);
    expect(schools?.[1]?.slice(0, 6)).toEqual(['s2', null, null, null, null, 0.1]);
    expect(schools?.[1]?.at(-1)).toContain('паспорт');
    const gaps = found.get('Разрывы между группами школ')?.slice(-3);
    expect(gaps?.[0]?.slice(0, 7)).toEqual(['условия', 'тяжёлые', 4, 70, -0.55, -0.9, -0.2]);
    expect(gaps?.[1]?.slice(0, 5)).toEqual(['вид населённого пункта', 'хутор', 1, 12, null]);
    expect(gaps?.[2]?.[0]).toBe('constructor');
  });

  it('say of every school whether its conditions are hard, and no other word than yes or no', async () => {
    const easy: SchoolContext = { ...school, school: 's3', quadrant: { result: 'low', hard: false } };
    const hardOf = async (language: 'ru' | 'en', name: string) =>
      (await sheets(language, { context: () => ({ ...context, schools: [school, easy, bare] }) }))
        .get(name)
        ?.slice(-3)
        .map((cells) => cells[4]);
    expect(await hardOf('ru', 'Условия и результаты')).toEqual(['да', 'нет', null]);
    expect(await hardOf('en', 'Conditions and results')).toEqual(['yes', 'no', null]);
  });

  it('are in English too, and absent where nobody says anything of conditions', async () => {
    expect([...(await sheets('en', { context: () => context })).keys()]).toContain('Conditions and results');
    const names = [...(await sheets('ru', {})).keys()];
    expect(names).not.toContain('Условия и результаты');
    expect(names).not.toContain('Разрывы между группами школ');
  });
});
