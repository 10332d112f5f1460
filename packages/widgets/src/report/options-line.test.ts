import type { OptionResult } from '@orientir/core/analysis';
import { known, missing } from '@orientir/core/foundation';
import { describe, expect, it } from 'vitest';
import { optionsLine } from './options-line.js';

const option = (item: string, of: Partial<OptionResult>): OptionResult => ({
  assessment: 'diag',
  item,
  option: 'А',
  role: 'distractor',
  n: 40,
  chosen: 10,
  share: known(0.25, 40),
  meanTotal: known(5, 10),
  meanRest: known(5, 10),
  restR: known(-0.2, 40),
  quarters: [],
  flags: [],
  ...of,
});
const said = (...optionResults: readonly OptionResult[]) =>
  optionsLine({ id: 'diag', programme: '', subject: '', items: [] }, { optionResults }).replace(
    /<[^>]*>/g,
    '',
  );

describe('the line about options', () => {
  it('says which keys to check, which options stronger pupils take, and which nobody takes', () => {
    expect(
      said(
        option('2', { role: 'key', flags: ['key-doubtful'] }),
        option('2', { option: 'Б', flags: ['stronger'] }),
        option('3', { option: 'В', flags: ['stronger'] }),
        option('3', { option: 'Г', flags: ['stronger'] }),
        option('4', { option: 'Г', flags: ['nobody'] }),
        option('5', { option: 'Б', flags: ['rare'] }),
      ),
    ).toBe(
      'Проверьте ключ: 2 — другой вариант выбирают более сильные ученики, а выбравшие ключ в остальных заданиях не сильнее прочих. Неверный вариант выбирают ученики сильнее тех, кто выбрал ключ: 3 (В, Г); возможно, верны оба или вопрос неясен. Никто или почти никто не выбирает: 4 (Г), 5 (Б). Все варианты ответа — в distractors.csv.',
    );
  });

  it('tells of a key that nobody chose apart from wrong options', () => {
    expect(said(option('6', { role: 'key', flags: ['nobody'] }), option('6', { option: 'Б' }))).toBe(
      'Верный вариант не выбрал никто: 6; проверьте ключ. Все варианты ответа — в distractors.csv.',
    );
  });

  it('says that nothing is unusual, or why nothing is known', () => {
    expect(said(option('1', {}))).toContain('ничего необычного не видно');
    expect(said(option('1', { share: missing('no-choices', 40) }))).toBe(
      'Варианты ответа не разобраны: известно не у всех, какой вариант ответа они выбрали. Все варианты ответа — в distractors.csv.',
    );
    expect(said(option('1', { assessment: 'other' }))).toBe('');
  });
});
