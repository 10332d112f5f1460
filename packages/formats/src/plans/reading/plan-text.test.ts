import { describe, expect, it } from 'vitest';
import { docx, p, r, tbl, tr } from '../../../test/document-builder.js';
import { codesOf, outlineOf, planHtml, readPage } from '../../../test/plans-tables.js';
import { readPlanFile } from './index.js';

const TABLE = planHtml('№ | Мероприятия | Сроки', ['1. | Обсудить | май']);
const paragraphs = (...texts: readonly string[]) => texts.map((text) => `<p>${text}</p>`).join('');

describe('readPlan of the text around a table', () => {
  it('reads title, kind, level, place and school year', async () => {
    const { plan } = await readPage(
      paragraphs(
        'Муниципальная программа',
        'поддержки школ Лесного муниципального района',
        'на 2023-2024 учебный год',
      ) + TABLE,
    );
    expect(plan).toMatchObject({
      kind: 'programme',
      level: 'municipality',
      title: 'Муниципальная программа поддержки школ Лесного муниципального района на 2023-2024 учебный год',
      schoolYear: '2023/2024',
    });
    const { plan: school } = await readPage(
      `<h1>Дорожная карта МБОУ «Школа № 3» Заречненского района Северской области</h1>${TABLE}`,
    );
    expect(school).toMatchObject({
      kind: 'roadMap',
      level: 'school',
      municipality: 'Заречненский район',
      region: 'Северская область',
    });
  });

  it('reads letters and orders with dates and numbers', async () => {
    const { plan } = await readPage(
      paragraphs(
        'План',
        'В соответствии с письмом Службы надзора от 05.02.2021 г. № 11-22/3, приказом Отдела образования от 12 марта 2021 года № 45-о составлен план.',
      ) + TABLE,
    );
    expect(plan.legalBasis).toEqual([
      { raw: 'письмом Службы надзора от 05.02.2021 г. № 11-22/3', date: '2021-02-05', number: '11-22/3' },
      { raw: 'приказом Отдела образования от 12 марта 2021 года № 45-о', date: '2021-03-12', number: '45-о' },
    ]);
  });

  it('reads stamps, and leaves blanks blank', async () => {
    const bytes = docx({
      body:
        tbl([
          tr([
            `<w:tc>${p('СОГЛАСОВАНО')}${p('Начальник управления образования')}${p('_______ А.Б. Орлова')}${p('«__» _____ 2022 г.')}</w:tc>`,
            `<w:tc>${p('УТВЕРЖДЕНА')}${p('Приказом МБОУ «Школа»')}${p('от 17.01.2022 № 5')}</w:tc>`,
          ]),
        ]) +
        p('СОГЛАСОВАНА') +
        p('Управляющим советом, протокол №3 от 11.01.2022') +
        p('Подписано: Орлова А.Б., DN: cn=Орлова, o=Школа, email=orlova@example.org') +
        p(r('План мероприятий', '<w:b/>')) +
        tbl([tr(['№', 'Мероприятия', 'Сроки']), tr(['1', 'Обсудить', 'май 2022'])]),
    });
    const { plan } = await readPlanFile(bytes, 'plan.docx');
    expect(plan.title).toBe('План мероприятий');
    expect(plan.stamps).toEqual([
      {
        kind: 'agreed',
        position: 'Начальник управления образования',
        name: 'А.Б. Орлова',
        raw: 'СОГЛАСОВАНО\nНачальник управления образования\n_______ А.Б. Орлова\n«__» _____ 2022 г.',
      },
      {
        kind: 'approved',
        date: '2022-01-17',
        document: 'Приказом МБОУ «Школа» от 17.01.2022 № 5',
        raw: 'УТВЕРЖДЕНА\nПриказом МБОУ «Школа»\nот 17.01.2022 № 5',
      },
      {
        kind: 'agreed',
        organisation: 'Управляющим советом',
        date: '2022-01-11',
        document: 'протокол №3 от 11.01.2022',
        raw: 'СОГЛАСОВАНА\nУправляющим советом, протокол №3 от 11.01.2022',
      },
    ]);
    expect(JSON.stringify(plan)).not.toContain('example.org');
  });

  it('reads problems, goals and tasks; instructions beside a table are tasks', async () => {
    const found = await readPage(
      paragraphs(
        'План работы на 2024/2025 учебный год',
        'По итогам проверки выявлены следующие проблемы:',
        '1. Мало наставников;',
        '2. Нет банка заданий.',
        'Цель: повысить качество обучения.',
        'Задачи:',
        '- обучить учителей;',
        '- открыть консультации.',
        'Для решения проблем школам необходимо:',
        '1. Утвердить план.',
        '2. Руководителям организовать:',
        '2.1 обучение учителей;',
        '2.2 разбор заданий.',
      ) + TABLE,
    );
    expect(found.plan.problems?.map(({ text }) => text)).toEqual(['Мало наставников', 'Нет банка заданий.']);
    expect(found.plan.goals).toEqual([
      {
        id: 'g1',
        text: 'повысить качество обучения.',
        tasks: [
          { id: 't1', text: 'обучить учителей' },
          { id: 't2', text: 'открыть консультации.' },
        ],
      },
      {
        id: 'g2',
        text: 'Для решения проблем школам необходимо',
        tasks: [{ id: 't3', text: 'Утвердить план.' }],
      },
      {
        id: 'g3',
        text: 'Руководителям организовать',
        tasks: [
          { id: 't4', text: 'обучение учителей' },
          { id: 't5', text: 'разбор заданий.' },
        ],
      },
    ]);
    expect(found.plan.measures).toHaveLength(1);
    expect(found.plan.origins).toMatchObject([{ kind: 'inspection' }]);
    expect(codesOf(found)).toEqual(['list-beside-table']);
  });

  it('reads short names and projects', async () => {
    const { plan } = await readPage(
      paragraphs(
        'План',
        'Работу ведёт муниципальная система оценки качества (далее – МСОК) и отдел образования города (далее - отдел).',
        'Участие в региональных проектах «Первый шаг», «Второй шаг» обязательно.',
      ) + planHtml('№ | Мероприятия | Сроки', ['1. | Войти в проект «Второй шаг» | май 2022']),
    );
    expect(plan.aliases).toEqual([
      { short: 'МСОК', full: 'муниципальная система оценки качества' },
      { short: 'отдел', full: 'отдел образования города' },
    ]);
    expect(plan.projects?.map(({ title }) => title)).toEqual(['Первый шаг', 'Второй шаг']);
    expect(plan.measures[0]?.project).toBe('project2');
  });

  it('reads only deadlines that need no year where none is known', async () => {
    const found = await readPage(
      `<h1>План</h1>${planHtml('№ | Мероприятия | Сроки', ['1. | А | май', '2. | Б | до 01.10.2025', '3. | В | постоянно', '4. | Г | май 2027'])}`,
    );
    expect(found.plan.schoolYear).toBeUndefined();
    expect(found.plan.measures.map(({ deadline }) => deadline.kind)).toEqual([
      'none',
      'date',
      'ongoing',
      'month',
    ]);
    expect(codesOf(found)).toEqual(['school-year-unknown', 'deadline-needs-school-year']);
  });

  it('reads months of a calendar year', async () => {
    const { plan } = await readPage(
      `<h1>План на 2022 год</h1>${planHtml('№ | Мероприятия | Сроки', ['1. | А | май', '2. | Б | октябрь'])}`,
    );
    expect(plan.measures.map(({ deadline }) => deadline)).toMatchObject([
      { start: '2022-05-01' },
      { start: '2022-10-01' },
    ]);
  });

  it('takes the year that is given, and says when the document has another', async () => {
    const found = await readPage(`<h1>План на 2022/2023 учебный год</h1>${TABLE}`, {
      schoolYear: '2024/2025',
    });
    expect(found.plan.measures[0]?.deadline).toMatchObject({ start: '2025-05-01' });
    expect(codesOf(found)).toEqual(['school-year-differs']);
    await expect(readPage(TABLE, { schoolYear: '2024' })).rejects.toThrow(RangeError);
  });
});

describe('readPlan of a document without a table', () => {
  it('takes items after instructions, with goals and origin', async () => {
    const found = await readPage(
      paragraphs(
        'Рекомендации по результатам собеседования (14.01.2020 – 17.01.2020)',
        'В целях подготовки к ОГЭ 2019/2020 учебного года необходимо:',
        '- провести разбор работ;',
        '- открыть кружок, в который',
        'войдут все желающие.',
        'В целях развития школ в 2020/2021 учебном году рекомендуется:',
        '- обучить наставников.',
        'В школах используют следующие формы:',
        '- беседы.',
      ),
    );
    expect(outlineOf(found)).toEqual([
      '# В целях подготовки к ОГЭ 2019/2020 учебного года необходимо',
      '|провести разбор работ',
      '|открыть кружок, в который войдут все желающие.',
      '# В целях развития школ в 2020/2021 учебном году рекомендуется',
      '|обучить наставников.',
    ]);
    expect(found.plan.goals?.map(({ horizon }) => horizon)).toEqual(['examCampaign', 'schoolYear']);
    expect(found.plan.origins).toEqual([
      { kind: 'interview', title: 'собеседования', start: '2020-01-14', end: '2020-01-17' },
    ]);
    expect(found.rowsRead).toBe(4);
    expect(found.plan.measures[1]?.provenance).toMatchObject({ file: 'plan.html', row: 4 });
  });

  it('takes whom a list addresses as responsible, and items below items as children', async () => {
    const found = await readPage(
      paragraphs(
        'Информация о работе',
        'Центр рекомендует:',
        'Руководителям ОО:',
        '- изучить опыт.',
        'Учителям-предметникам:',
        '- обновить программы.',
        'Необходимо:',
        '1. Утвердить план.',
        '2. Руководителям организовать:',
        '2.1 обучение;',
        '2.2 контроль.',
      ),
    );
    expect(
      found.plan.measures.map(({ text, responsible, audience, parent }) => [
        text,
        responsible[0],
        audience?.[0],
        parent,
      ]),
    ).toEqual([
      ['изучить опыт.', 'Руководители ОО', 'heads', undefined],
      ['обновить программы.', 'Учителя-предметники', 'teachers', undefined],
      ['Утвердить план.', undefined, undefined, undefined],
      ['Руководителям организовать', undefined, undefined, undefined],
      ['обучение', 'Руководители', 'heads', 'm4'],
      ['контроль.', 'Руководители', 'heads', 'm4'],
    ]);
    expect(found.plan.sections.map(({ title, parent }) => [title, parent])).toEqual([
      ['Центр рекомендует', undefined],
      ['Руководителям ОО', 's1'],
      ['Учителям-предметникам', 's1'],
      ['Необходимо', undefined],
    ]);
  });

  it('takes a list right under the title of a plan where nothing introduces one', async () => {
    const found = await readPage(
      '<h1>План на 2024/2025 учебный год</h1><ol><li>Обсудить</li><li>Утвердить</li></ol>',
    );
    expect(outlineOf(found)).toEqual(['1.|Обсудить', '2.|Утвердить']);
  });

  it('says when there is no plan', async () => {
    const found = await readPage('<p>Добрый день.</p>');
    expect(codesOf(found)).toContain('no-plan-found');
    expect(found.plan.measures).toEqual([]);
  });
});
