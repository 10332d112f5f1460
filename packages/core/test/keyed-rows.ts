import type { Assessment, ResponseBlock, Unit } from '../src/assessment/index.js';
import { choiceColumn, NO_CHOICE, NOT_ATTEMPTED } from '../src/assessment/index.js';
import { aBlock } from './response-rows.js';

/** A work of items with the options А, Б, В, Г and these keys. */
export function aKeyedWork(keys: readonly string[]): Assessment {
  return {
    id: 'diag',
    programme: 'Диагностика',
    subject: 'Математика',
    grade: 8,
    schoolYear: '2025/2026',
    items: keys.map((key, i) => ({ id: `${i + 1}`, maxPoints: 1, options: ['А', 'Б', 'В', 'Г'], key })),
  };
}

/** A block as a reader makes it of chosen options; an empty text is none. */
export function aKeyedBlock(
  work: Assessment,
  pupils: readonly { readonly unit?: Unit; readonly choices: readonly string[] }[],
): ResponseBlock {
  const rows = pupils.map(({ unit, choices }) => ({
    ...(unit === undefined ? {} : { unit }),
    codes: work.items.map(({ key }, i) => {
      const choice = choices[i] ?? '';
      if (choice === '') return NOT_ATTEMPTED;
      return choice === key ? 2 : 0;
    }),
  }));
  return {
    ...aBlock(work, rows),
    groupings: work.items.map(({ id, options = [] }, i) => ({
      column: choiceColumn(id),
      values: [NO_CHOICE, ...options],
      value: Uint32Array.from(pupils, ({ choices }) => options.indexOf(choices[i] ?? '') + 2),
    })),
  };
}
