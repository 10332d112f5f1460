import { analyseFully } from '@orientir/core/analysis';
import { TallySum } from '@orientir/core/tally';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { inputFile, readInputs } from '../readers/index.js';
import { resultsWorkbook } from './index.js';

async function optionsSheet(language: 'ru' | 'en', keyed: boolean) {
  const sum = new TallySum();
  const item = keyed ? { options: ['А', 'Б', 'В'], key: 'Б' } : {};
  const text = JSON.stringify({
    id: 'd',
    programme: '',
    subject: 'Физика',
    items: [
      { id: '1', ...item },
      { id: '2', maxPoints: 2 },
    ],
  });
  const cells = keyed ? ['Б,2', 'Б,1', 'А,0', ',1'] : ['1,2', '1,1', '0,0', '0,1'];
  const rows = cells.map((of, i) => `s1,8А,p${i},${of}`).join('\n');
  const bytes = (of: string) => new TextEncoder().encode(of);
  await readInputs(
    [
      inputFile('assessment.json', bytes(text)),
      inputFile('r.csv', bytes(`school,class,pupil,1,2\n${rows}\n`)),
    ],
    { onTally: (tally) => sum.addTally(tally) },
  );
  const book = resultsWorkbook({
    analysis: analyseFully(sum.tally()),
    record: { files: [], issues: [] },
    schoolNames: new Map(),
    language,
  });
  const sheets = await readXlsxFile(Buffer.from(book));
  return sheets.find(({ sheet }) => sheet === (language === 'ru' ? 'Варианты ответа' : 'Options'))?.data;
}

describe('the sheet of options', () => {
  it('has every option with its pupils, its role and its flag in words', async () => {
    const rows = (await optionsSheet('ru', true)) ?? [];
    const body = rows.slice(rows.findIndex((cells) => cells[0] === 'Работа') + 1);
    expect(body.map((cells) => cells.slice(2, 6))).toEqual([
      ['А', 'неверный вариант', 4, 1],
      ['Б', 'ключ', 4, 2],
      ['В', 'неверный вариант', 4, 0],
      ['–', 'без ответа или несколько', 4, 1],
    ]);
    expect(body[2]).toContain('никто не выбрал');
  });

  it('is in English too, and is not there without a key', async () => {
    expect((await optionsSheet('en', true))?.flat()).toContain('nobody chose it');
    expect(await optionsSheet('ru', false)).toBeUndefined();
  });
});
