import { describe, expect, it } from 'vitest';
import { docx, p, r, tbl, tc, tr } from '../../../test/document-builder.js';
import { codesOf, outlineOf, planHtml, readPage } from '../../../test/plans-tables.js';
import { readPlanFile } from './index.js';

const HEADER = '№ п/п | Мероприятия | Сроки | Ответственные';
const TITLE = '<h1>План мероприятий на 2024-2025 учебный год</h1>';
const read = (rows: readonly string[], header = HEADER) => readPage(TITLE + planHtml(header, rows));

describe('readPlan of a table', () => {
  it('reads measures with deadlines, parties and where they stand', async () => {
    const { plan, issues, rowsRead } = await read(['1. | Провести семинар | октябрь | Методист, ОО']);
    expect(issues).toEqual([]);
    expect(rowsRead).toBe(1);
    expect(plan).toMatchObject({
      kind: 'plan',
      title: 'План мероприятий на 2024-2025 учебный год',
      schoolYear: '2024/2025',
    });
    expect(plan.measures).toEqual([
      {
        id: 'm1',
        number: '1.',
        text: 'Провести семинар',
        sectionPath: [],
        deadline: { kind: 'month', raw: 'октябрь', start: '2024-10-01', end: '2024-10-31' },
        responsible: ['Методист', 'ОО'],
        activity: 'seminar',
        provenance: {
          file: 'plan.html',
          table: 1,
          row: 2,
          cells: [
            { column: 1, field: 'number', header: '№ п/п', text: '1.' },
            { column: 2, field: 'text', header: 'Мероприятия', text: 'Провести семинар' },
            { column: 3, field: 'deadline', header: 'Сроки', text: 'октябрь' },
            { column: 4, field: 'responsible', header: 'Ответственные', text: 'Методист, ОО' },
          ],
        },
      },
    ]);
  });

  it('finds sections in merged rows, in capitals, in bold and by numbers below', async () => {
    const read1 = await read([
      '<tr><td colspan="4">1. Управление</td></tr>',
      '1.1. КАДРЫ | | |',
      '1. | Обучить | май | ОО',
      '<tr><td></td><td><b>Родители</b></td><td></td><td></td></tr>',
      '1. | Собрать | май | ОО',
      '2 | Содержание | |',
      '2.1 | Обновить | май | ОО',
    ]);
    expect(outlineOf(read1)).toEqual([
      '# 1.1. КАДРЫ',
      '1.|Обучить',
      '# Родители',
      '1.|Собрать',
      '# 2 Содержание',
      '2.1|Обновить',
    ]);
    expect(read1.plan.sections.map(({ id, parent }) => [id, parent])).toEqual([
      ['s1', undefined],
      ['s2', 's1'],
      ['s3', 's2'],
      ['s4', undefined],
    ]);
    expect(read1.plan.measures[0]?.sectionPath).toEqual(['Управление', 'КАДРЫ']);
    expect(read1.rowsRead).toBe(3);
  });

  it('finds Roman sections above Arabic ones', async () => {
    const found = await read([
      'I. Анализ | | |',
      '1.1 | Изучить | май | ОО',
      '<tr><td colspan="4">II. Обучение</td></tr>',
      '2.1 | Обучить | май | ОО',
    ]);
    expect(outlineOf(found)).toEqual(['# I. Анализ', '1.1|Изучить', '# II. Обучение', '2.1|Обучить']);
  });

  it('joins rows that a page break parted, over blank rows too', async () => {
    const found = await read([
      '1. | Создать банк заданий, | октябрь | ОО',
      ' | | |',
      ' | обсудить его | |',
      '2. | Провести обуче- | май | Методка-',
      ' | ние учителей | | бинет',
      '3. | Открыть. | май | ОО',
      ' | Второе предложение. | |',
      '4. | Сверить | сентябрь | ОО',
      ' | | 2024 года |',
    ]);
    expect(outlineOf(found)).toEqual([
      '1.|Создать банк заданий, обсудить его',
      '2.|Провести обучение учителей',
      '3.|Открыть. Второе предложение.',
      '4.|Сверить',
    ]);
    expect(found.plan.measures[1]?.responsible).toEqual(['Методкабинет']);
    expect(found.plan.measures[3]?.deadline).toMatchObject({ kind: 'month', start: '2024-09-01' });
    expect(found.plan.measures[0]?.provenance?.cells?.map(({ text }) => text)).toEqual([
      '1.',
      'Создать банк заданий,',
      'октябрь',
      'ОО',
      'обсудить его',
    ]);
    expect(codesOf(found)).toEqual(['row-joined']);
    expect(found.rowsRead).toBe(8);
  });

  it('takes an unnumbered row with its own deadline as part of the numbered one', async () => {
    const found = await read([
      '1. | Разместить сведения | постоянно | ОО',
      ' | Обновлять страницу | постоянно | Школа',
      '2. | Отчитаться | май | ОО',
    ]);
    expect(outlineOf(found)).toEqual(['1.|Разместить сведения', '|Обновлять страницу <m1', '2.|Отчитаться']);
  });

  it('takes every row as a measure where none has a number', async () => {
    const found = await readPage(
      TITLE +
        planHtml('Мероприятия | Сроки | Ответственные', [
          'Обсудить итоги | май | ОО',
          'Составить план | |',
          'Утвердить план | июнь | ОО',
        ]),
    );
    expect(outlineOf(found)).toEqual(['|Обсудить итоги', '|Составить план', '|Утвердить план']);
  });

  it('takes the number out of the text where there is no column for it', async () => {
    const found = await readPage(
      TITLE + planHtml('Мероприятия | Сроки', ['1. Обсудить | май', '2. Утвердить | июнь']),
    );
    expect(outlineOf(found)).toEqual(['1.|Обсудить', '2.|Утвердить']);
  });

  it('skips repeated headers and rows of column numbers', async () => {
    const found = await read([
      '1 | 2 | 3 | 4',
      '1. | Обсудить | май | ОО',
      HEADER,
      '2. | Утвердить | май | ОО',
    ]);
    expect(outlineOf(found)).toEqual(['1.|Обсудить', '2.|Утвердить']);
    expect(found.rowsRead).toBe(2);
  });

  it('reads headers of two rows', async () => {
    const header =
      '<tr><th rowspan="2">№</th><th rowspan="2">Мероприятие</th><th colspan="2">Срок</th><th colspan="2">Результаты</th></tr><tr><th>начало</th><th>окончание</th><th>запланированные</th><th>достигнутые</th></tr>';
    const found = await readPage(
      TITLE + planHtml(header, ['1 | Обсудить | 01.09.2024 | 31.10.2024 | Протокол | Нет']),
    );
    expect(found.plan.measures[0]).toMatchObject({
      deadline: { kind: 'range', start: '2024-09-01', end: '2024-10-31' },
      result: 'Протокол',
    });
    expect(found.plan.columns?.map(({ header: text, field }) => [text, field])).toEqual([
      ['№', 'number'],
      ['Мероприятие', 'text'],
      ['Срок начало', 'deadline'],
      ['Срок окончание', 'deadline'],
      ['Результаты запланированные', 'result'],
      ['Результаты достигнутые', 'status'],
    ]);
  });

  it('gives merged cells to all their rows', async () => {
    const found = await read([
      '<tr><td>1.</td><td>Обсудить</td><td rowspan="2">май</td><td rowspan="2">ОО</td></tr>',
      '<tr><td>2.</td><td>Утвердить</td></tr>',
      '3. | Отчитаться | июнь | РМО',
    ]);
    expect(found.plan.measures.map(({ deadline, responsible }) => [deadline.raw, responsible])).toEqual([
      ['май', ['ОО']],
      ['май', ['ОО']],
      ['июнь', ['РМО']],
    ]);
  });

  it('goes on in a table without a header, with a heading between', async () => {
    const found = await readPage(
      `${TITLE}${planHtml(HEADER, ['1.1. НАЧАЛО | | |', '1. | Обсудить, | май | ОО'])}${planHtml(' | составить | |', ['2. | Утвердить | май | ОО'])}<p>1.2. КАДРЫ</p>${planHtml('1. | Обучить | май | ОО', [])}`,
    );
    expect(outlineOf(found)).toEqual([
      '# 1.1. НАЧАЛО',
      '1.|Обсудить, составить',
      '2.|Утвердить',
      '# 1.2. КАДРЫ',
      '1.|Обучить',
    ]);
    expect(found.plan.measures.map(({ provenance }) => provenance?.table)).toEqual([1, 2, 3]);
  });

  it('takes all headings right above the first table', async () => {
    const row = '1. | Обсудить | май | ОО';
    const numbered = await readPage(
      `${TITLE}<p><b>1. УПРАВЛЕНИЕ</b></p><p><b>1.1. КАДРЫ</b></p>${planHtml(HEADER, [row])}<p><b>1.2. ДЕТИ</b></p>${planHtml(HEADER, [row])}`,
    );
    expect(numbered.plan.measures.map(({ sectionPath }) => sectionPath)).toEqual([
      ['УПРАВЛЕНИЕ', 'КАДРЫ'],
      ['УПРАВЛЕНИЕ', 'ДЕТИ'],
    ]);
    const alike = await readPage(
      `${TITLE}<p>Сведения.</p><p><b>Кадры</b></p>${planHtml(HEADER, [row])}<p><b>Дети</b></p>${planHtml(HEADER, [row])}`,
    );
    expect(alike.plan.measures.map(({ sectionPath }) => sectionPath)).toEqual([['Кадры'], ['Дети']]);
    const alone = await readPage(`${TITLE}<p><b>Сведения</b></p>${planHtml(HEADER, [row])}`);
    expect(alone.plan.measures[0]?.sectionPath).toEqual([]);
  });

  it('takes the school year from deadlines that name it, when nothing else does', async () => {
    const rows = ['1. | Обсудить | май | ОО', '2. | Утвердить | до 1 октября 2020 года | ОО'];
    const found = await readPage(planHtml(HEADER, rows));
    expect(found.plan.schoolYear).toBe('2020/2021');
    expect(found.plan.measures[0]?.deadline).toMatchObject({ kind: 'month', start: '2021-05-01' });
    expect(codesOf(found)).toContain('school-year-assumed');
    const several = await readPage(planHtml(HEADER, [...rows, '3. | Проверить | 01.10.2021 | ОО']));
    expect(several.plan.schoolYear).toBeUndefined();
    expect(codesOf(several)).toContain('deadline-needs-school-year');
  });

  it('reads a plan of control by months, from August on', async () => {
    const header = '№ | Объект контроля | Сроки | Кто осуществляет контроль | Результаты контроля';
    const found = await readPage(
      `${TITLE}<p><b>АВГУСТ</b></p>${planHtml(header, ['1 | Тарификация | 20-25 августа | Директор | Приказ'])}<p><b>СЕНТЯБРЬ</b></p>${planHtml(header, ['1 | Программы | 1 неделя сентября | Завуч | Справка'])}`,
    );
    expect(found.issues).toEqual([]);
    expect(found.plan.title).toBe('План мероприятий на 2024-2025 учебный год');
    expect(
      found.plan.measures.map(({ sectionPath, deadline, responsible, result }) => [
        sectionPath,
        'end' in deadline ? deadline.end : undefined,
        responsible,
        result,
      ]),
    ).toEqual([
      [['АВГУСТ'], '2024-08-25', ['Директор'], 'Приказ'],
      [['СЕНТЯБРЬ'], '2024-09-08', ['Завуч'], 'Справка'],
    ]);
  });

  it('leaves August at the end of the year where the months do not run from it', async () => {
    const augusts = async (months: readonly string[]) => {
      const { plan } = await read(months.map((month, i) => `${i + 1}. | Обсудить | ${month} | ОО`));
      return plan.measures.flatMap(({ deadline }) =>
        deadline.kind === 'month' && deadline.raw === 'август' ? [deadline.start] : [],
      );
    };
    expect(await augusts(['август', 'сентябрь', 'май'])).toEqual(['2024-08-01']);
    expect(await augusts(['сентябрь', 'май', 'август'])).toEqual(['2025-08-01']);
    expect(await augusts(['август', 'май'])).toEqual(['2025-08-01']);
  });

  it('splits a cell of numbered measures only where the row has no number', async () => {
    const cell = '<p>1. Обсудить итоги</p><p>2. Составить план</p>';
    const split = await read([` | ${cell} | май | ОО`]);
    expect(outlineOf(split)).toEqual(['1.|Обсудить итоги', '2.|Составить план']);
    expect(codesOf(split)).toContain('cell-split');
    expect(split.rowsRead).toBe(1);
    const whole = await read([`1. | ${cell} | май | ОО`]);
    expect(whole.plan.measures).toHaveLength(1);
  });

  it('rejects rows without a measure', async () => {
    const found = await read([
      '1. | Обсудить | май | ОО',
      '2. | | |',
      '3. | | июнь | ОО',
      ' | | до 1 июня | Школа',
    ]);
    expect(found.issues.map(({ code, severity, row }) => [code, severity, row])).toEqual([
      ['row-empty', 'error', 3],
      ['measure-text-missing', 'error', 4],
      ['measure-text-missing', 'error', 5],
    ]);
    expect([found.rowsRead, found.rowsAccepted, found.rowsRejected]).toEqual([4, 1, 3]);
  });

  it('looks at numbers', async () => {
    const found = await read(['1. | А | май | ОО', '1. | Б | май | ОО', '4. | В | май | ОО']);
    expect(codesOf(found)).toEqual(['number-duplicate', 'number-gap']);
  });

  it('passes on what is wrong with deadlines, with the place', async () => {
    const found = await read(['1. | Обсудить | 31.02.2025 | ОО', '2. | Утвердить | | ОО']);
    expect(found.issues).toMatchObject([
      { code: 'date-impossible', severity: 'warning', table: 1, row: 2, column: 'C' },
    ]);
    expect(found.plan.measures[1]?.deadline).toEqual({ kind: 'none', raw: '', reason: 'empty' });
  });

  it('keeps columns that it does not know', async () => {
    const found = await readPage(TITLE + planHtml('Мероприятия | Сроки | Класс', ['Обсудить | май | 9']));
    expect(codesOf(found)).toEqual(['column-unknown']);
    expect(found.plan.columns?.[2]).toEqual({ header: 'Класс' });
    expect(found.plan.measures[0]?.provenance?.cells?.[2]).toEqual({ column: 3, header: 'Класс', text: '9' });
  });

  it('groups by a column of directions, and takes it for the measure where no other names one', async () => {
    const grouped = await readPage(
      TITLE +
        planHtml('Направление деятельности | Мероприятия | Сроки', [
          '<tr><td rowspan="2">Кадры</td><td>Обучить</td><td>май</td></tr>',
          '<tr><td>Аттестовать</td><td>июнь</td></tr>',
          'Родители | Собрать | май',
        ]),
    );
    expect(outlineOf(grouped)).toEqual(['# Кадры', '|Обучить', '|Аттестовать', '# Родители', '|Собрать']);
    const named = await readPage(
      TITLE + planHtml('N | Направления деятельности | Сроки', ['1. | Обучить | май']),
    );
    expect(outlineOf(named)).toEqual(['1.|Обучить']);
  });

  it('reads indicators with what they aim at', async () => {
    const found = await readPage(
      TITLE +
        planHtml('Мероприятия | Сроки | Показатель', [
          'Проверить | май | Доля проверенных работ – не менее 90 %',
          'Увеличить | май | Рост числа участников не менее чем на 3 %',
          'Поднять | май | Рост качества не менее чем на 5 процентных пунктов',
          'Обсудить | май | Наличие протокола',
        ]),
    );
    expect(found.plan.measures.map(({ indicators }) => indicators)).toMatchObject([
      [
        {
          id: 'm1-i1',
          name: 'Доля проверенных работ',
          unit: 'share',
          target: { comparator: 'atLeast', value: 0.9, of: 'value' },
        },
      ],
      [{ unit: 'share', raw: 'Рост числа участников не менее чем на 3 %' }],
      [{ target: { comparator: 'atLeast', value: 0.05, of: 'pointChange' } }],
      [{ name: 'Наличие протокола', unit: 'count' }],
    ]);
    expect(found.plan.measures[1]?.indicators?.[0]?.target).toBeUndefined();
    expect(codesOf(found)).toEqual(['change-unclear']);
  });

  it('warns about private contacts and keeps them', async () => {
    const found = await read(['1. | Обсудить | май | Методист, info@example.org, 8 (800) 555-35-35']);
    expect(codesOf(found)).toEqual(['private-contact']);
    expect(found.plan.measures[0]?.responsible).toContain('info@example.org');
  });

  it('leaves out other tables and says so', async () => {
    const found = await readPage(
      TITLE +
        planHtml('Предмет | Балл', ['Химия | 12', 'Физика | 9']) +
        planHtml(HEADER, ['1. | Обсудить | май | ОО']),
    );
    expect(found.plan.measures).toHaveLength(1);
    expect(codesOf(found)).toEqual(['table-left-out']);
  });

  it('reads .docx with sections over all columns and vertical merges', async () => {
    const merge = (value: string) => `<w:vMerge w:val="${value}"/>`;
    const bytes = docx({
      body:
        p('Дорожная карта школы № 1 на 2024/2025 учебный год') +
        tbl([
          tr(['№', 'Мероприятия', 'Сроки', 'Ответственные']),
          tr([tc('Кадры', '<w:gridSpan w:val="4"/>')]),
          tr(['1.', 'Обучить', tc('до 1 октября', merge('restart')), 'директор']),
          tr(['2.', 'Аттестовать', tc('', merge('continue')), 'завуч']),
          tr(['', tc(p(r('Семьи', '<w:b/>'))), '', '']),
          tr(['3.', 'Собрать', 'май', 'директор']),
        ]),
    });
    const found = await readPlanFile(bytes, 'plan.docx');
    expect(outlineOf(found)).toEqual(['# Кадры', '1.|Обучить', '2.|Аттестовать', '# Семьи', '3.|Собрать']);
    expect(found.plan).toMatchObject({ kind: 'roadMap', level: 'school' });
    expect(found.plan.measures[1]?.deadline).toMatchObject({ kind: 'date', end: '2024-10-01' });
  });

  it('reads our own sheets: sections, dates and ids in columns', async () => {
    const text = [
      'id;№ п/п;Мероприятие;Срок;Начало;Окончание;Раздел',
      'a;1.;Обучить;до 1 октября;;2024-10-01;Кадры / Учителя',
      'b;2.;Собрать;когда-то;2024-11-01;2024-11-30;',
      'c;3.;Сверить;май;2025-04-01;;Кадры',
    ].join('\n');
    const found = await readPlanFile(new TextEncoder().encode(text), 'plan.csv', { schoolYear: '2024/2025' });
    expect(
      found.plan.measures.map(({ id, sectionPath, deadline }) => [id, sectionPath, deadline.kind]),
    ).toEqual([
      ['a', ['Кадры', 'Учителя'], 'date'],
      ['b', [], 'range'],
      ['c', ['Кадры'], 'month'],
    ]);
    expect(found.plan.columns?.map(({ field }) => field)).toEqual(['number', 'text', 'deadline']);
    expect(codesOf(found).filter((code) => code !== 'title-missing')).toEqual(['deadline-differs']);
  });
});
