import type { ComparisonResult } from '@orientir/core/analysis';
import type { Assessment } from '@orientir/core/assessment';
import { known } from '@orientir/core/foundation';
import { expect, it } from 'vitest';
import { weakerLine } from './weaker-items.js';

const assessment: Assessment = {
  id: 'm5',
  programme: 'ВПР',
  subject: 'Математика',
  items: [
    { id: '1', section: 'Дроби' },
    { id: '2', section: 'Задачи' },
    { id: '3', section: 'Дроби' },
  ],
};

function behind(item: string, points: number, netQ: number): ComparisonResult {
  return {
    assessment: 'm5',
    level: 'school',
    unit: 'a',
    item,
    comparator: 'municipality',
    difference: known(-points / 100, 60),
    p: netQ,
    q: netQ,
    netDifference: known(-points / 100, 60),
    netQ,
  };
}

it('puts items of one section together, for several of them are rather the topic than chance', () => {
  const [line] = weakerLine(
    [behind('1', 30, 0.01), behind('2', 20, 0.02), behind('3', 15, 0.04)],
    assessment,
  );
  const text = line?.ru.replace(/\u00a0/g, ' ') ?? '';
  expect(text).toMatch(/раздел «Дроби»: задание 1 — на 30 п\. п\. ниже .*; задание 3 — на 15 п\. п\. ниже/);
  expect(text).toMatch(/; задание 2 — на 20 п\. п\. ниже [^;]*; [^;]*\.$/);
  expect(line?.en).toMatch(/section “Дроби”: item 1: lower by 30/);
});

it('says nothing of nothing', () => {
  expect(weakerLine([], assessment)).toEqual([]);
});
