/**
 * A synthetic region in the layouts of real files.
 *
 * @module
 */
import { writeCsv } from '@orientir/formats/csv';
import type { SheetCell } from '@orientir/formats/xlsx';
import { columnName, writeRawWorkbook } from '@orientir/formats/xlsx';
import { samplePassports } from './passports.js';
import { Random } from './random.js';
import type { SamplePupil, SampleSchool } from './region.js';
import { REGION, samplePupils, sampleSchools, schoolsYearBefore } from './region.js';
import { sampleSupport } from './support.js';
import type { SampleWork } from './works.js';
import { describeSampleWork, works } from './works.js';

/** A file of the sample: path inside the folder, and its bytes. */
export interface SampleFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Defects that were planted, so that a test can look for every one. */
interface Defect {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
  readonly code: string;
}

export interface SampleOptions {
  /** @defaultValue 40 */
  readonly schools?: number;
  /** @defaultValue 2026 */
  readonly seed?: number;
}

/** Makes all files. The same options give the same bytes. */
export function makeSample(options: SampleOptions = {}): readonly SampleFile[] {
  const random = new Random(options.seed ?? 2026);
  const schools = sampleSchools(options.schools ?? 40, random);
  const defects: Defect[] = [];
  const files: SampleFile[] = [];
  for (const work of works) {
    if (work.year === 2025) continue;
    const pupils = samplePupils(work, schools, random);
    files.push(
      ...(work.year === 2021 ? rawExport(work, pupils, defects) : individualResults(work, pupils, defects)),
    );
  }
  files.push(...collectionForm(schools, random));
  // Numbers of their own: what is added here and below leaves the rest of the sample as it was.
  const earlier = new Random((options.seed ?? 2026) + 2);
  const former = schoolsYearBefore(schools, earlier);
  for (const work of works) {
    if (work.year === 2025) files.push(ownTable(work, samplePupils(work, former, earlier)));
  }
  for (const year of [2021, 2025, 2026]) {
    const described = works.filter((work) => work.year === year).map(describeSampleWork);
    files.push(text(`${year}/assessment.json`, `${JSON.stringify(described, undefined, 2)}\n`));
  }
  files.push(
    text('schools.csv', schoolList(schools)),
    text('passports.csv', samplePassports(schools, new Random((options.seed ?? 2026) + 3))),
    ...sampleSupport(schools, new Random((options.seed ?? 2026) + 1)).map((table) =>
      text(table.path, table.text),
    ),
    text('DEFECTS.txt', defectList(defects)),
    text('README.txt', README),
  );
  return files.sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** Raw export of 2021: one workbook for a subject and grade, columns numbered in a row. */
function rawExport(
  work: SampleWork,
  pupils: readonly SamplePupil[],
  defects: Defect[],
): readonly SampleFile[] {
  const path = `2021/Проведение работы по ${work.bySubject}, ${work.grade} класс. ВПР 2021.xlsx`;
  const header = [
    'логин школы',
    'регион',
    'номер обучающегося',
    'код обучающегося',
    'отметка за предыдущую четверть/триместр',
    'пол',
    'класс',
    'вариант',
    'всего баллов',
    ...work.items.map((_, i) => `балл за ${i + 1}`),
    'Учебник',
    'Др.уч. автор',
    'Др.уч. название',
  ];
  const rows: SheetCell[][] = pupils.map((pupil, i) => [
    `sch${pupil.school.digits}`,
    99,
    i + 1,
    Number(pupil.code),
    pupil.absent ? undefined : pupil.journalMark,
    pupil.absent ? undefined : pupil.sex,
    'АБВГДЕЖ'[pupil.classIndex] ?? 'НЕТ',
    pupil.absent ? 'отсутствовал' : pupil.variant,
    pupil.absent ? undefined : pupil.total,
    ...(pupil.absent ? work.items.map(() => undefined) : pupil.cells),
  ]);
  plant(rows, { file: path, sheet: 'Sheet', offset: 2 }, 9, work.items, defects);
  return [{ path, bytes: writeRawWorkbook([{ name: 'Sheet', rows: [header, ...rows] }]) }];
}

/** Download «Индивидуальные результаты» of 2026: one workbook for a municipality. */
function individualResults(
  work: SampleWork,
  pupils: readonly SamplePupil[],
  defects: Defect[],
): readonly SampleFile[] {
  const municipalities = [...new Set(pupils.map(({ school }) => school.municipality))];
  return municipalities.map((municipality, index) => {
    const path = `2026/${municipality}/Ф1_${work.subject}_${work.grade}.xlsx`;
    const sheet = `${work.short} ${work.grade} Индивидуальные результаты`;
    const ofMunicipality = pupils.filter(
      ({ school, absent }) => school.municipality === municipality && !absent,
    );
    const head: SheetCell[][] = [
      ['Индивидуальные результаты', undefined, undefined, 'СИНТЕТИЧЕСКИЕ ДАННЫЕ'],
      [],
      [`ВПР 2026 ${work.subject} ${work.grade} класс`],
      ['Предмет:', work.subject],
      ['Максимальный первичный балл:', work.items.reduce((sum, item) => sum + item.max, 0)],
      ['Дата:', '20.04.2026'],
      [
        undefined,
        undefined,
        'Уровень сложности задания',
        undefined,
        undefined,
        undefined,
        ...work.items.map(({ level }) => ({ basic: 'Б', advanced: 'П', high: 'В' })[level]),
      ],
      [
        'ОО',
        'Муниципалитет',
        'Название ОО',
        'Код участника',
        'Класс',
        'Вариант',
        ...work.items.map(({ id, max }) => `${id.replace('K', 'К')} (${max}б)`),
        'Первичный балл',
        'Отметка',
        'Отметка по журналу',
      ],
    ];
    const rows: SheetCell[][] = [];
    for (const school of new Set(ofMunicipality.map((pupil) => pupil.school))) {
      const own = ofMunicipality.filter((pupil) => pupil.school === school);
      const name = `${school.name}(edu${school.digits})`;
      rows.push([`${name} | Кол-во участников: ${own.length}`]);
      rows.push(
        ...own.map((pupil) => [
          `edu${school.digits}`,
          municipality,
          name,
          Number(pupil.code),
          pupil.classIndex + 1,
          pupil.variant,
          ...pupil.cells.map((cell) => (cell === 'X' ? 'Х' : cell)),
          pupil.total,
          pupil.mark,
          pupil.journalMark,
        ]),
      );
    }
    if (index === 0) plant(rows, { file: path, sheet, offset: head.length + 1 }, 6, work.items, defects);
    return { path, bytes: writeRawWorkbook([{ name: sheet.slice(0, 31), rows: [...head, ...rows] }]) };
  });
}

/** A table of 2025 as people keep it themselves: `school,class,pupil,…`, then the items. */
function ownTable(work: SampleWork, pupils: readonly SamplePupil[]): SampleFile {
  const columns = ['school', 'class', 'pupil', 'variant', 'mark', 'journal_mark'];
  return text(
    `2025/${work.subject}, ${work.grade} класс.csv`,
    writeCsv({
      name: work.subject,
      columns: [...columns, ...work.items.map(({ id }) => id)].map((id) => ({ id, kind: 'text' })),
      rows: pupils.map((pupil) => [
        `edu${pupil.school.digits}`,
        `${work.grade}${'АБВГДЕЖ'[pupil.classIndex] ?? ''}`,
        pupil.code,
        pupil.absent ? 'отсутствовал' : pupil.variant,
        pupil.absent ? undefined : pupil.mark,
        pupil.absent ? undefined : pupil.journalMark,
        ...work.items.map((_, i) => {
          const cell = pupil.cells[i];
          return cell === 'не пройд.' ? 'N' : cell;
        }),
      ]),
    }),
  );
}

/** A collection form of 2026, as one school fills it in; it does not name the school. */
function collectionForm(schools: readonly SampleSchool[], random: Random): readonly SampleFile[] {
  const items = [5, 5, 5, 3, 2, 3, 2];
  const codes = ['1', '2', '3', '4К1', '4К2', '4К3', '4К4'];
  const size = Math.max(12, Math.min(30, schools[0]?.size ?? 20));
  const header = [
    'Код участника',
    'Вариант',
    ...codes.map((code, i) => `${code} (${items[i]}б)`),
    'Порядковый номер класса',
    'Отметка за предыдущий триместр/ четверть/полугодие',
    'Итого баллов',
  ];
  const pupils: SheetCell[][] = Array.from({ length: size }, (_, i) => {
    if (random.chance(0.08))
      return [80001 + i, 'отсутствовал', ...codes.map(() => undefined), 1, undefined, 0];
    const level = random.normal();
    const cells = items.map((max) => {
      let points = 0;
      for (let k = 0; k < max; k++) if (random.chance(1 / (1 + Math.exp(-level)))) points++;
      return points === 0 && random.chance(0.3) ? 'X' : points;
    });
    const total = cells.reduce<number>((sum, cell) => (typeof cell === 'number' ? sum + cell : sum), 0);
    return [80001 + i, random.pick([1, 2]), ...cells, 1, random.pick([3, 4, 4, 5]), total];
  });
  const padding = Array.from({ length: 100 }, (): SheetCell[] => [
    ...header.slice(1).map(() => undefined),
    0,
  ]);
  const service: SheetCell[][] = [
    ['Вариант', 'Балл', 'Отметка'],
    [1, 5, 5],
    [2, 4, 4],
    ['отсутствовал', 'X', 'нет отметки'],
  ];
  return [
    {
      path: '2026/Форма сбора результатов Английский язык 8 класс ВПР 2026.xlsx',
      bytes: writeRawWorkbook([
        { name: 'Протокол', rows: [header, ...pupils, ...padding] },
        { name: 'Служебный', rows: service },
        { name: 'Порядковый номер класса', rows: Array.from({ length: 50 }, (_, i) => [i + 1]) },
      ]),
    },
  ];
}

/** Plants the defects that real files have: a value above the maximum, a word, a pupil twice, a small x. */
function plant(
  rows: SheetCell[][],
  { file, sheet, offset }: { readonly file: string; readonly sheet: string; readonly offset: number },
  firstItem: number,
  items: SampleWork['items'],
  defects: Defect[],
): void {
  const filled = rows.flatMap((row, r) =>
    row.length > firstItem && typeof row[firstItem] === 'number' ? [r] : [],
  );
  const at = (share: number) => filled[Math.floor(filled.length * share)] ?? 0;
  const defect = (r: number, column: number, code: string) =>
    defects.push({ file, sheet: sheet.slice(0, 31), row: r + offset, column: columnName(column), code });
  const [above, word, twice, small] = [at(0.2), at(0.4), at(0.6), at(0.8)];
  const pupilColumn = 3;
  set(rows, above, firstItem, (items[0]?.max ?? 1) + 2);
  defect(above, firstItem, 'points-above-max');
  set(rows, word, firstItem + 1, 'три');
  defect(word, firstItem + 1, 'points-not-a-number');
  const copy = rows[twice];
  if (copy !== undefined) rows.splice(twice + 1, 0, [...copy]);
  defect(twice + 1, pupilColumn, 'pupil-duplicate');
  if (firstItem === 9) {
    const r = small + 1;
    set(rows, r, 0, undefined);
    defect(r, 0, 'school-missing');
  }
}

function set(rows: SheetCell[][], r: number, column: number, cell: SheetCell): void {
  const row = rows[r];
  if (row !== undefined) row[column] = cell;
}

function schoolList(schools: readonly SampleSchool[]): string {
  return writeCsv({
    name: 'schools',
    columns: ['id', 'aliases', 'name', 'municipality', 'region', 'founder', 'settlement', 'type'].map(
      (id) => ({
        id,
        kind: 'text',
      }),
    ),
    rows: schools.map((school) => [
      `sch${school.digits}`,
      `edu${school.digits}`,
      school.name,
      school.municipality,
      REGION,
      `Управление образования (${school.municipality})`,
      school.settlement,
      school.type,
    ]),
  });
}

function defectList(defects: readonly Defect[]): string {
  return writeCsv({
    name: 'DEFECTS',
    columns: ['planted_file', 'sheet', 'row', 'column', 'code'].map((id) => ({ id, kind: 'text' })),
    rows: defects.map(({ file, sheet, row, column, code }) => [file, sheet, row, column, code]),
  });
}

function text(path: string, content: string): SampleFile {
  return { path, bytes: new TextEncoder().encode(content) };
}

const README = `СИНТЕТИЧЕСКИЕ ДАННЫЕ. Ни одной школы и ни одного ученика из этих файлов не существует.
SYNTHETIC DATA. No school and no pupil in these files exists.

Файлы сделаны командой «orientir sample» в том виде, в каком выгружают настоящие результаты ВПР 2021 и 2026 годов;
результаты 2025 года — простые таблицы, какие ведут сами.
В DEFECTS.txt перечислены ошибки, подложенные нарочно: orientir analyze должен найти каждую.
passports.csv — социальные паспорта школ: orientir analyze … --passport passports.csv.
teachers.csv, offers.csv и deficits.csv — для команды orientir match.
`;
