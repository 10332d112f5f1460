/** Made-up results at the size of a region: the same bytes in every run. */
import { createWriteStream, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ITEMS = 20;
const maxOf = (item) => 1 + (item % 3);

/** Mulberry32: a small seeded generator; good enough to make data, not to make secrets. */
function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Pupils of one work, school by school: `each(municipality, school, class, pupil, mark, cells)`.
 * About 23 pupils a class (`classes` times as many), 12 classes a school; 1 % `X`, 1 % empty, and topics that a class was not taught.
 */
function eachPupil(pupils, { seed, classes = 1 }, each) {
  const random = randomOf(seed);
  let made = 0;
  for (let school = 0; made < pupils; school++) {
    const level = random() * 0.5 - 0.25;
    for (let c = 0; c < 12 && made < pupils; c++) {
      const untaught = random() < 0.1 ? Math.floor(random() * ITEMS) : -1;
      const size = classes * (15 + Math.floor(random() * 17));
      for (let p = 0; p < size && made < pupils; p++, made++) {
        const ability = 0.6 + level + random() * 0.4 - 0.2;
        const cells = [];
        let total = 0;
        for (let i = 0; i < ITEMS; i++) {
          const luck = random();
          if (i === untaught) cells.push('N');
          else if (luck < 0.01) cells.push('X');
          else if (luck < 0.02) cells.push('');
          else {
            const points = Math.min(
              maxOf(i),
              Math.floor(Math.max(0, ability + random() * 0.8 - 0.4) * (maxOf(i) + 0.5)),
            );
            total += points;
            cells.push(points);
          }
        }
        const mark = total < 12 ? 2 : total < 20 ? 3 : total < 29 ? 4 : 5;
        each(1 + (school % 32), school + 1, 1 + c, c * 1000 + p + 1, mark, cells);
      }
    }
  }
}

const login = (school) => `sch${String(school).padStart(6, '0')}`;
const className = (c) => `${5 + Math.floor((c - 1) / 3)}${'АБВ'[(c - 1) % 3]}`;
const HEADER = [
  'municipality',
  'school',
  'class',
  'pupil',
  'mark',
  ...Array.from({ length: ITEMS }, (_, i) => String(i + 1)),
];

const ASSESSMENT = {
  id: 'region-2026',
  programme: 'Диагностика',
  subject: 'Математика',
  grade: 5,
  schoolYear: '2025/2026',
  items: Array.from({ length: ITEMS }, (_, i) => ({
    id: String(i + 1),
    maxPoints: maxOf(i),
    section: `Раздел ${1 + (i % 5)}`,
  })),
  markScale: [
    { mark: 3, min: 12 },
    { mark: 4, min: 20 },
    { mark: 5, min: 29 },
  ],
};

/** A folder with `responses.csv` and `assessment.json`. */
export async function regionCsv(folder, pupils, { seed = 1, classes = 1 } = {}) {
  const file = join(folder, 'responses.csv');
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'assessment.json'), JSON.stringify(ASSESSMENT));
  const parts = [`${HEADER.join(',')}\n`];
  eachPupil(pupils, { seed, classes }, (municipality, school, c, pupil, mark, cells) => {
    parts.push(
      `Район ${municipality},${login(school)},${className(c)},${pupil},${mark},${cells.join(',')}\n`,
    );
  });
  await new Promise((done, failed) => {
    const out = createWriteStream(file);
    out.on('error', failed).on('finish', done);
    for (let at = 0; at < parts.length; at += 10_000) out.write(parts.slice(at, at + 10_000).join(''));
    out.end();
  });
  return file;
}

/** The same as a workbook, written by a program that is not ours (SheetJS, shared strings). */
export async function regionXlsx(folder, pupils, seed = 2) {
  const file = join(folder, 'responses.xlsx');
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'assessment.json'), JSON.stringify(ASSESSMENT));
  const { default: XLSX } = await import('xlsx');
  const rows = [HEADER];
  eachPupil(pupils, { seed }, (municipality, school, c, pupil, mark, cells) => {
    rows.push([
      `Район ${municipality}`,
      login(school),
      className(c),
      pupil,
      mark,
      ...cells.map((cell) => (cell === '' ? null : cell)),
    ]);
  });
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows, { dense: true }), 'Результаты');
  writeFileSync(file, XLSX.write(book, { type: 'buffer', bookSST: true, compression: true }));
  return file;
}
