import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PupilFacts, PupilLists } from '@orientir/core/pupil-lists';
import type { publishPlan } from '@orientir/formats/plans';
import type { resultsWorkbook } from '@orientir/formats/results';
import type { pupilSheetHtml, sheetHtml } from '@orientir/formats/sheets';
import type { templateWorkbook } from '@orientir/formats/templates';
import type { renderReport } from '@orientir/widgets/report';
import type { solveRatesData } from '@orientir/widgets/solve-rates';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { freshFolder, put, run } from './run.js';

const HEADER = 'class,pupil,lessons,missed,failing_subjects,disability';
const GOOD = `${HEADER}\n7А,70012,160,34,Алгебра|Физика,да\n7А,70013,160,3,нет,нет\n7Б,70101,,,,\n`;

async function aForm(text = GOOD): Promise<{ readonly folder: string; readonly form: string }> {
  const folder = await freshFolder();
  await put(folder, { 'in/form.csv': text });
  return { folder, form: join(folder, 'in/form.csv') };
}

describe('orientir pupils', () => {
  it('writes the lists as .docx and .html', async () => {
    const { folder, form } = await aForm();
    for (const kind of ['docx', 'html']) {
      const out = join(folder, `lists.${kind}`);
      expect(await run('pupils', form, '--out', out)).toEqual({
        status: 0,
        said: `Списки записаны: ${out} (в бланке 3 ученика).\nСписки только для школы: публиковать их нельзя (152-ФЗ).`,
        complained: '',
      });
      expect((await readFile(out)).length).toBeGreaterThan(1000);
    }
    const html = await readFile(join(folder, 'lists.html'), 'utf8');
    expect(html).toContain('7А, код 70012: пропущено 34 из 160 уроков.');
    expect(html).not.toContain('70013');
  });

  it('puts likely medal winners, whom the school entered, in a part of their own', async () => {
    const { folder, form } = await aForm(
      'class,pupil,medal_candidate\n11А,110012,да\n11А,110013,нет\n11Б,110101,\n',
    );
    const out = join(folder, 'lists.html');
    expect(await run('pupils', form, '--out', out)).toMatchObject({ status: 0, complained: '' });
    const [before = '', part = ''] = (await readFile(out, 'utf8')).split('<h2>Предполагаемые медалисты</h2>');
    expect(before).toContain('<h2>С ОВЗ</h2>');
    expect(part).toContain('<li>11А, код 110012: внесено школой.</li>');
    expect(part).toContain('<li>Нет сведений: 1 ученик. Относится ли он сюда, сказать нельзя.</li>');
    expect(before + part).not.toContain('110013');
    const analyzed = await run('analyze', join(folder, 'in'), '--out', join(folder, 'out'));
    expect(analyzed.status).toBe(2);
    expect(analyzed.said + analyzed.complained).toContain('они только для школы');
    const published = await run('publish', out, '--out', join(folder, 'site'));
    expect([published.status, published.complained]).toEqual([
      2,
      expect.stringContaining('они только для школы'),
    ]);
  });

  it('reads the empty form back, and there is nobody in it', async () => {
    const folder = await freshFolder();
    const form = join(folder, 'form.xlsx');
    expect((await run('template', 'pupils', '--out', form)).status).toBe(0);
    const ran = await run('pupils', form, '--out', join(folder, 'lists.docx'));
    expect(ran.status).toBe(2);
    expect(ran.complained).toMatch(
      /^Ни одной пригодной строки\. Ничего не записано\.\n.*: Бланк пуст: под заголовками ничего не заполнено\.$/,
    );
  });

  it('writes what was accepted, and says what was not and where', async () => {
    const { folder, form } = await aForm(`${GOOD}7Б,70102,10,11,,\n7Б,Иванов Пётр,10,1,,\n`);
    const out = join(folder, 'lists.html');
    const { status, complained } = await run('pupils', form, '--out', out);
    expect(status).toBe(1);
    expect(complained).toContain('Не приняты 2 строки: этих учеников в списках нет.');
    expect(complained).toMatch(/form\.csv, строка 5, столбец D: Пропущено уроков 11, а всего их было 10\./);
    expect(complained).toMatch(/form\.csv, строка 6, столбец B: Это похоже на имя/);
    expect(complained).not.toContain('Иванов');
    expect(await readFile(out, 'utf8')).not.toContain('Иванов');
  });

  it('writes nothing over a file that is there', async () => {
    const { folder, form } = await aForm();
    const out = join(folder, 'lists.html');
    await put(folder, { 'lists.html': 'mine' });
    expect((await run('pupils', form, '--out', out)).status).toBe(2);
    expect(await readFile(out, 'utf8')).toBe('mine');
    expect((await run('pupils', form, '--out', out, '--force')).status).toBe(0);
  });

  it.each([
    [['form.csv'], '--out'],
    [[], 'назовите файлы'],
    [['form.csv', '--out', 'lists.xlsx'], '….docx, ….html'],
    [['a.csv', 'b.csv', '--out', 'lists.docx'], 'Нужен один файл'],
    [['form.csv', '--out', 'lists.docx', '--public'], '--public'],
    [['form.csv', '--out', 'lists.docx', '--lang', 'de'], '--lang'],
    [['nowhere.csv', '--out', 'lists.docx'], 'nowhere.csv'],
  ])('refuses the line %j', async (words, said) => {
    const ran = await run('pupils', ...words, ...(words.length === 0 ? ['--force'] : []));
    expect(ran.status).toBe(2);
    expect(ran.complained).toContain(said);
  });

  it('is helped in both languages', async () => {
    expect((await run('pupils')).said).toContain('orientir template pupils');
    expect((await run('pupils', '--help', '--lang', 'en')).said).toContain('for the school itself only');
    expect((await run('--help')).said).toContain('orientir pupils');
  });

  it('reads and makes what no other command takes', async () => {
    const { folder, form } = await aForm();
    const analyzed = await run('analyze', join(folder, 'in'), '--out', join(folder, 'out'));
    expect(analyzed.status).toBe(2);
    expect(analyzed.said + analyzed.complained).toContain('они только для школы');
    for (const kind of ['docx', 'html']) {
      const lists = join(folder, `lists.${kind}`);
      await run('pupils', form, '--out', lists);
      const published = await run('publish', lists, '--out', join(folder, 'site'));
      expect(published.status).toBe(2);
      expect(published.complained).toContain('они только для школы');
      expect((await run('plan', 'import', lists, '--out', join(folder, 'plan.json'))).status).toBe(2);
      expect((await run('analyze', lists, '--out', join(folder, 'out'))).status).toBe(2);
    }
  });

  it('hands on types that reports, workbooks, charts and publishing do not take', () => {
    type Taken =
      | Parameters<typeof publishPlan>[0]
      | Parameters<typeof resultsWorkbook>[0]
      | Parameters<typeof solveRatesData>[0]
      | Parameters<typeof sheetHtml>[0]
      | Parameters<typeof pupilSheetHtml>[0]
      | Parameters<typeof templateWorkbook>[0]
      | Parameters<typeof renderReport>[0];
    expectTypeOf<PupilLists>().not.toExtend<Taken>();
    expectTypeOf<PupilFacts>().not.toExtend<Taken>();
  });
});
