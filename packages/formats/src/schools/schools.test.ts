import { describeIssue } from '@orientir/core/foundation';
import { describe, expect, it } from 'vitest';
import { sourceOfBytes } from '../byte-source.js';
import { readCsv } from '../csv/read-csv.js';
import { writeRawWorkbook } from '../xlsx/write-raw-workbook.js';
import {
  distinctSchoolNames,
  normaliseSchoolName,
  parseSchools,
  SchoolRegistry,
  schoolCandidates,
} from './index.js';
import { readSchoolList } from './read-school-list.js';
import { isSchoolListHeader } from './school-columns.js';

const list = (text: string) => parseSchools(readCsv(new TextEncoder().encode(text)), 'schools.csv');

describe('SchoolRegistry', () => {
  const { registry } = list(
    'id,aliases,name,municipality\nsch000012,edu777777|№ 12,МБОУ СОШ № 12,Заречный\nksh5,,Пятая,Заречный\nsch9,,Девятая,А\nedu9,,Другая девятая,Б\n',
  );

  it('finds a school by id, alias, or the digits of another prefix, in any case', () => {
    for (const login of ['sch000012', 'EDU000012', ' edu777777 ', 'ksh777777', '№\u00a012']) {
      expect(registry.resolve(login)?.id).toBe('sch000012');
    }
    expect(registry.resolve('sch5')?.id).toBe('ksh5');
    expect(registry.resolve('sch000013')).toBeUndefined();
  });

  it('keeps schools apart that the list keeps apart', () => {
    expect(registry.resolve('sch9')?.name).toBe('Девятая');
    expect(registry.resolve('edu9')?.name).toBe('Другая девятая');
    expect(registry.resolve('ksh9')).toBeUndefined();
    expect([...registry.apart].sort()).toEqual(['edu9', 'sch9']);
  });

  it('refuses a row of a text that is not divided as its header is: a comma in a name would make a municipality', () => {
    const text =
      'id,name,municipality\ns1,СОШ № 1, корпус 2,Заречный\ns2;СОШ № 2;Луговской\ns3,СОШ № 3,Заречный,,\n';
    const { issues, rows, rejected, registry: found } = list(text);
    expect(issues.map(({ code, row }) => [code, row])).toEqual([
      ['row-too-long', 2],
      ['row-undivided', 3],
    ]);
    expect([rows, rejected, found.schools.map(({ id }) => id)]).toEqual([3, 2, ['s3']]);
    const rowsOfBook = [
      ['id', 'name'],
      ['s1', 'СОШ № 1', undefined, 'закрыта в 2024 году'],
    ];
    const book = parseSchools({ name: 'Школы', hidden: false, rows: rowsOfBook }, 'schools.xlsx');
    expect([book.issues, book.registry.schools.length]).toEqual([[], 1]);
  });

  it('reports a row without id and an alias of two schools, and loses no row', () => {
    const {
      issues,
      rows,
      rejected,
      registry: found,
    } = list('id,aliases,name\ns1,x,Один\n,y,Без кода\ns2,x,Два\ns1,,Снова один\n');
    expect(issues.map(({ code, row }) => `${code} ${row}`)).toEqual([
      'school-missing 3',
      'school-alias-conflict 4',
      'school-alias-conflict 5',
    ]);
    expect([rows, rejected, found.schools.length]).toEqual([4, 2, 2]);
  });

  it('says as an error which row it refuses, and nothing of an id among the aliases of its own school', () => {
    const { issues, rows, rejected } = list(
      'id,aliases,name\ns1,s1|S1|x,Один\ns1,,Снова один\nx,,Икс\ns2,x|s2,Два\n',
    );
    expect(issues.map(({ code, row, severity }) => `${code} ${row} ${severity}`)).toEqual([
      'school-alias-conflict 3 error',
      'school-alias-conflict 4 error',
      'school-alias-conflict 5 warning',
    ]);
    expect([rows, rejected]).toEqual([4, 2]);
    expect(issues.map((each) => describeIssue(each, 'ru'))).toEqual([
      'Школа «s1» уже есть в списке. Эта строка не учтена.',
      '«x» в списке уже есть: так обозначена школа s1. Эта строка не учтена.',
      'Обозначение «x» стоит в списке у двух школ: s1 и s2. Оставлена первая.',
    ]);
  });

  it('reads every column, by its id or by what people write instead, and passes others over', () => {
    const facts = {
      name: 'Первая',
      municipality: 'Заречный',
      region: 'Край',
      founder: 'Район',
      settlement: 'село',
      type: 'школа',
      remoteness: 'удалённая',
    };
    const row = `s1,edu1|№ 1,${Object.values(facts).join(',')},+7 900\n`;
    for (const header of [
      'id,aliases,name,municipality,region,founder,settlement,type,remoteness,phone',
      'Код школы,Другие логины,Название,Муниципалитет,Регион,Учредитель,Вид населённого пункта,Вид школы,Удалённость,Телефон',
    ]) {
      const { registry: found, issues } = list(`${header}\n${row}`);
      expect(found.schools).toEqual([{ id: 's1', ...facts }]);
      expect(found.resolve('№ 1')?.id).toBe('s1');
      expect(issues).toEqual([]);
    }
  });

  it('knows a list from a table of pupils or of passports that names schools', () => {
    expect(isSchoolListHeader(['код школы', 'название', 'удаленность'])).toBe(true);
    expect(isSchoolListHeader(['код школы', 'название', 'класс', 'код ученика', '1', '2'])).toBe(false);
    expect(isSchoolListHeader(['код школы', 'название', 'всего учеников'])).toBe(false);
    expect(isSchoolListHeader(['школа', 'название'])).toBe(false);
  });

  it('finds a school by its name, of several the one in the municipality', () => {
    const { registry: found } = list(
      'id,name,municipality\ns1,СОШ № 1,А\ns2,СОШ № 1,Б\ns3,СОШ № 3,А\ns4,Лицей,\n',
    );
    const idOf = (name: string, municipality?: string) => found.resolve(name, municipality)?.id;
    expect([idOf('сош № 1', 'а'), idOf('СОШ № 1', 'Б'), idOf('СОШ № 1'), idOf('СОШ № 1', 'В')]).toEqual([
      ...['s1', 's2'],
      ...[undefined, undefined],
    ]);
    expect([idOf('СОШ № 3'), idOf('СОШ № 3', 'А'), idOf('СОШ № 3', 'Б'), idOf('Лицей', 'Б')]).toEqual([
      ...['s3', 's3'],
      ...[undefined, 's4'],
    ]);
  });

  it('knows nobody without a list', () => {
    expect(SchoolRegistry.none().isEmpty).toBe(true);
    expect(SchoolRegistry.none().resolve('sch1')).toBeUndefined();
  });
});

describe('municipalities of a list', () => {
  it('are told where two names may mean one, each name once', () => {
    const { issues, registry } = list(
      'id,municipality,region\ns1,Заречный,Область\ns2,г. Заречный,Область\ns3,г. Заречный,Область\ns4,г. Заречный,Край\n',
    );
    expect(issues).toEqual([
      {
        code: 'municipality-candidate',
        severity: 'warning',
        file: 'schools.csv',
        row: 3,
        column: 'A',
        parameters: { one: 'Заречный', other: 'г. Заречный' },
      },
    ]);
    expect(registry.schools.map(({ municipality }) => municipality)).toEqual([
      'Заречный',
      'г. Заречный',
      'г. Заречный',
      'г. Заречный',
    ]);
  });
});

describe('names of schools', () => {
  it('tell schools apart: the same name gets its municipality, and the id where that does not help', () => {
    const { registry } = list(
      'id,name,municipality\ns1,МБОУ СОШ № 8,Заречный\ns2,МБОУ СОШ №8,Луговской\ns3,МБОУ СОШ № 9,Заречный\ns4,,Заречный\ns5,Школа,Озёрный\ns6,Школа,Озёрный\ns7,Школа,\n',
    );
    expect([...distinctSchoolNames(registry.schools)]).toEqual([
      ['s1', 'МБОУ СОШ № 8 (Заречный)'],
      ['s2', 'МБОУ СОШ №8 (Луговской)'],
      ['s3', 'МБОУ СОШ № 9'],
      ['s5', 'Школа (Озёрный, s5)'],
      ['s6', 'Школа (Озёрный, s6)'],
      ['s7', 'Школа (s7)'],
    ]);
  });

  it('are compared without legal form, quotes and spelling habits, but with number and place', () => {
    expect(normaliseSchoolName('МБОУ «СОШ №5 им. А. Иванова»')).toBe('сош 5 им а иванова');
    expect(
      normaliseSchoolName(
        'Муниципальное бюджетное ОУ Средняя общеобразовательная школа № 5 имени А. Иванова',
      ),
    ).toContain('сош 5 им а иванова');
    expect(normaliseSchoolName('МКОУ Берёзовская ООШ')).toBe(normaliseSchoolName('МОУ "Березовская ООШ"'));
    expect(normaliseSchoolName('МБОУ гимназия № 1')).not.toBe(normaliseSchoolName('МБОУ лицей № 1'));
  });

  it('are offered as candidates inside one municipality only, and never joined', () => {
    const school = (id: string, name: string, municipality: string) => ({ id, name, municipality });
    const pairs = schoolCandidates(
      [
        school('1', 'МБОУ СОШ № 1', 'А'),
        school('2', 'МОУ "СОШ №1"', 'А'),
        school('3', 'МБОУ СОШ № 1', 'Б'),
        school('4', 'МБОУ В-Таловская СОШ', 'Б'),
        school('5', 'МБОУ Верхнеталовская СОШ', 'Б'),
        school('6', 'МБОУ СОШ № 2', 'А'),
      ],
      'schools.csv',
    ).map(({ parameters }) => parameters);
    expect(pairs).toEqual([
      { one: 'МБОУ СОШ № 1', other: 'МОУ "СОШ №1"' },
      { one: 'МБОУ В-Таловская СОШ', other: 'МБОУ Верхнеталовская СОШ' },
    ]);
  });
});

describe('a school that a list does not have', () => {
  const { registry } = parseSchools(
    {
      name: '',
      hidden: false,
      rows: [
        ['id', 'aliases', 'name'],
        ['000012', 'edu7', 'СОШ № 1'],
        ['sch8', 'edu9', 'СОШ № 2'],
        ['x', '', 'СОШ № 2'],
      ],
    },
    's.csv',
  );
  it('may be one with zeros in front, one with letters that look alike, or one of several', () => {
    expect(registry.whyUnknown('12')).toEqual({ kind: 'zeros', known: '000012' });
    expect(registry.whyUnknown('еdu7')).toEqual({ kind: 'letters', known: 'edu7' });
    expect(registry.whyUnknown('сош № 2')).toEqual({ kind: 'several', schools: ['sch8', 'x'] });
    for (const other of ['13', 'edu77', 'СОШ № 3', '']) expect(registry.whyUnknown(other)).toBeUndefined();
  });
});

describe('a list that is named by itself', () => {
  const read = (text: string) => readSchoolList(sourceOfBytes(new TextEncoder().encode(text)), 'schools.csv');

  it('may have a title above its header; rows are told as they stand', async () => {
    const { registry, issues, file } = await read(
      'Школы района\n\nid,name,municipality\ns1,Один,Заречный\n,Без кода,Заречный\n',
    );
    expect(registry.schools.map(({ id }) => id)).toEqual(['s1']);
    expect(issues.map(({ code, row }) => [code, row])).toEqual([['school-missing', 5]]);
    expect(file).toMatchObject({ layout: 'schools', rowsRead: 2, rowsAccepted: 1 });
  });

  it('is read from every sheet that is a list, a school once, behind a cover', async () => {
    const header = ['id', 'name', 'municipality'];
    const bytes = writeRawWorkbook([
      { name: 'Титул', rows: [['Школы края']] },
      { name: 'Север', rows: [header, ['s1', 'Один', 'Север'], ['s2', 'Два', 'Север']] },
      {
        name: 'Паспорта',
        rows: [
          ['Код школы', 'Всего учеников'],
          ['s1', 300],
        ],
      },
      { name: 'Юг', rows: [['Южные школы'], header, ['s3', 'Три', 'Юг'], ['s1', 'Один', 'Юг']] },
    ]);
    const { registry, issues, file } = await readSchoolList(sourceOfBytes(bytes), 'schools.xlsx');
    expect(registry.schools.map(({ id, municipality }) => [id, municipality])).toEqual([
      ['s1', 'Север'],
      ['s2', 'Север'],
      ['s3', 'Юг'],
    ]);
    expect(issues.map(({ code, sheet, row }) => [code, sheet, row])).toEqual([
      ['school-alias-conflict', 'Юг', 4],
    ]);
    expect(file).toMatchObject({ layout: 'schools', rowsRead: 4, rowsAccepted: 3, rowsRejected: 1 });
  });

  it('is refused where it is another table', async () => {
    const { registry, issues, file } = await read('дата,заметка\n1,проверить\n');
    expect([registry.isEmpty, file.layout]).toEqual([true, '']);
    expect(issues.map(({ code }) => code)).toEqual(['file-not-recognised']);
  });
});
