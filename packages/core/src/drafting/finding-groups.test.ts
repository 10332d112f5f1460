import { expect, it } from 'vitest';
import type { Finding } from '../analysis/analysis.js';
import { groupFindings } from './finding-groups.js';

const work = {
  id: 'm5',
  programme: 'ВПР',
  subject: 'Математика',
  items: [{ id: '1' }, { id: '2' }, { id: '10' }],
};

function weak(item: string, unit: string, section?: string): Finding {
  return {
    id: `weak-item|m5|${item}|school|${unit}`,
    kind: 'weak-item',
    level: 'school',
    unit,
    assessment: 'm5',
    item,
    ...(section === undefined ? {} : { section }),
    severity: 'low',
    evidence: [],
  };
}

it('puts items behind the level together by section, for a measure answers a topic', () => {
  const groups = groupFindings(
    [weak('10', 'a', 'Дроби'), weak('1', 'b', 'Задачи'), weak('2', 'a', 'Дроби'), weak('2', 'c')],
    [work],
  );
  expect(groups.map(({ section, items, schools }) => ({ section, items, schools }))).toEqual([
    { section: undefined, items: ['2'], schools: ['c'] },
    { section: 'Дроби', items: ['2', '10'], schools: ['a'] },
    { section: 'Задачи', items: ['1'], schools: ['b'] },
  ]);
});
