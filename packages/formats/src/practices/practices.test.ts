import { describeIssue } from '@orientir/core/foundation';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceOfBytes } from '../byte-source.js';
import { templates } from '../templates/index.js';
import { writeRawWorkbook } from '../xlsx/write-raw-workbook.js';
import { readEvents, readPractices, readTopicNeeds } from './index.js';

const bytes = (text: string) => sourceOfBytes(new TextEncoder().encode(text));
const places = ({
  issues,
}: Awaited<ReturnType<typeof readPractices>> | Awaited<ReturnType<typeof readEvents>>) =>
  issues.map(({ code, column, row }) => `${code} ${column}${row}`);

describe('the bank of practices', () => {
  it('is read with conditions, adopters and every measurement', async () => {
    const { rows, issues } = await readPractices(
      bytes(
        'practice;title;territory;subject;topics;settlements;max_pupils;adopters;effect;effect_error\nп1;Полоски;Заречный;Математика;Дроби|Проценты;село;150;s1|s2;0,2|-0,1;0,1|0,05\nп2;;;;Текст;;;;;\n',
      ),
      'p.csv',
    );
    expect(issues).toEqual([]);
    expect(rows.map(({ value }) => value)).toEqual([
      {
        practice: 'п1',
        title: 'Полоски',
        territory: 'Заречный',
        subject: 'Математика',
        topics: ['Дроби', 'Проценты'],
        conditions: { settlements: ['село'], mostPupils: 150 },
        adopters: ['s1', 's2'],
        evidence: [
          { effect: 0.2, error: 0.1 },
          { effect: -0.1, error: 0.05 },
        ],
      },
      {
        practice: 'п2',
        title: 'п2',
        territory: '',
        topics: ['Текст'],
        conditions: {},
        adopters: [],
        evidence: [],
      },
    ]);
  });

  it('refuses what cannot be, by its cell', async () => {
    const read = await readPractices(
      bytes(
        [
          'practice;topics;min_pupils;effect;effect_error;прочее',
          'п1;Дроби;;0,2;;',
          'п2;Дроби;;0,2|0,3;0,1;',
          'п3;Дроби;;0,2;0;',
          'п4;Дроби;;20 %;0,1;',
          'п5;Дроби;;15;0,1;',
          'п6;;;;;',
          ';Дроби;;;;',
          'п7;Дроби;много;;;',
          'п8;Дроби;;;;',
          'п8;Дроби;;;;',
          '',
        ].join('\n'),
      ),
      'p.csv',
    );
    expect(places(read)).toEqual([
      'column-unknown F1',
      'support-missing E2',
      'practice-evidence-uneven E3',
      'practice-error-invalid E4',
      'practice-effect-invalid D5',
      'practice-effect-invalid D6',
      'support-missing B7',
      'support-missing A8',
      'support-count-invalid C9',
      'support-duplicate A11',
    ]);
    expect(read.rows.map(({ value }) => value.practice)).toEqual(['п8']);
    expect(read.file).toMatchObject({ rowsRead: 10, rowsAccepted: 1, rowsRejected: 9 });
  });
});

describe('a formula whose value was not stored', () => {
  it('refuses its row, and people are told so', async () => {
    const read = await readPractices(
      sourceOfBytes(
        writeRawWorkbook([
          {
            name: 'Лист',
            rows: [
              ['practice', 'topics', 'title'],
              ['п1', 'Дроби', { kind: 'formula' }],
            ],
          },
        ]),
      ),
      'p.xlsx',
    );
    expect(places(read)).toEqual(['formula-without-value C2']);
    expect(read.file).toMatchObject({ rowsRead: 1, rowsAccepted: 0, rowsRejected: 1 });
    const [told] = read.issues;
    expect(told && describeIssue(told, 'ru')).toContain('Строка не учтена');
    expect(told && describeIssue(told, 'en')).toContain('The row was refused');
  });
});

describe('events', () => {
  it('are read with words of either language, and refused by their cells', async () => {
    const read = await readEvents(
      bytes(
        [
          'event;kind;community;centre;topics;strength;places;date;hours;format',
          'мк-1;Мастер-класс;межшкольное;Точка роста;Дроби;2;12;08.12.2026;1,5;очно',
          'c-1;consultation;;Школа 3;Текст;;3;2026-12-09;;',
          'x1;концерт;;;Текст;;3;2026-12-09;;',
          'x2;консультация;районное;;Текст;;3;2026-12-09;;',
          'x3;консультация;;;Текст;4;;09.13.2026;;',
          'x4;консультация;;;Текст;;3;;;',
          '',
        ].join('\n'),
      ),
      'e.csv',
    );
    expect(read.rows.map(({ value }) => value)).toEqual([
      {
        event: 'мк-1',
        kind: 'master-class',
        community: 'inter-school',
        centre: 'Точка роста',
        topics: ['Дроби'],
        strength: 2,
        places: 12,
        date: '2026-12-08',
        hours: 1.5,
        format: 'очно',
      },
      expect.objectContaining({
        event: 'c-1',
        kind: 'consultation',
        community: 'municipal',
        strength: 1,
        hours: 0,
      }),
    ]);
    expect(places(read)).toEqual([
      'profile-word-unknown B4',
      'profile-word-unknown C5',
      'support-degree-invalid F6',
      'support-missing G6',
      'support-date-invalid H6',
      'support-missing H7',
    ]);
  });
});

describe('needs by topic', () => {
  it('are read from deficits without whose they are; a row that has a reason instead of a severity is none', async () => {
    const { rows, issues, file } = await readTopicNeeds(
      bytes(
        'teacher,topic,severity,probability,n,source,reason,note\nt1,Дроби,2,0.8,30,results,,hypothesis\nt2,Дроби,,0.1,30,results,no-hypothesis,\nt3,Дроби,,,,,,\nt4,Текст,5,,,,,\n',
      ),
      'd.csv',
    );
    expect(rows.map(({ value }) => value)).toEqual([{ topic: 'Дроби', severity: 2 }]);
    expect(issues.map(({ code, row, column }) => `${code} ${column}${row}`)).toEqual([
      'support-degree-invalid C4',
      'support-degree-invalid C5',
    ]);
    expect(file).toMatchObject({ rowsRead: 4, rowsRejected: 2 });
    expect(JSON.stringify(rows)).not.toContain('t1');
  });
});

describe('the empty forms', () => {
  it.each([
    ['practices', readPractices],
    ['events', readEvents],
  ] as const)('%s, filled in as its examples say, are read back', async (name, read) => {
    const columns = templates.find((each) => each.name === name)?.columns ?? [];
    const { file, issues } = await read(
      sourceOfBytes(
        writeRawWorkbook([
          { name: 'Лист', rows: [columns.map(({ id }) => id), columns.map(({ example }) => example)] },
        ]),
      ),
      'f.xlsx',
    );
    expect([issues, file.rowsAccepted]).toEqual([[], 1]);
  });

  it('accept or refuse every row, whatever stands in it', async () => {
    const cell = fc.constantFrom(
      '',
      'a',
      'мастер-класс',
      '3',
      '-1',
      '2026-12-08',
      '0,5|0,2',
      '#N/A',
      'Дроби',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { maxLength: 6 }),
        async (rows) => {
          const sheet = (header: readonly string[]) =>
            sourceOfBytes(writeRawWorkbook([{ name: 'Лист', rows: [header, ...rows] }]));
          for (const { rows: read, file, issues } of [
            await readPractices(
              sheet(['practice', 'topics', 'effect', 'effect_error', 'min_pupils']),
              'p.xlsx',
            ),
            await readEvents(sheet(['event', 'kind', 'topics', 'places', 'date']), 'e.xlsx'),
          ]) {
            expect(file.rowsAccepted + file.rowsRejected).toBe(file.rowsRead);
            expect(read.length).toBe(file.rowsAccepted);
            const refused = new Set(
              issues.flatMap(({ severity, row }) => (severity === 'error' ? [row] : [])),
            );
            expect(refused.size).toBe(file.rowsRejected);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
