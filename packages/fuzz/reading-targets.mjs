/** Readers of results: protocols, tables, workbooks, reports, and what stands beside them. The law: reading-laws.mjs. */
import { inputFile } from '@orientir/formats/readers';
import { readSchoolList } from '@orientir/formats/schools';
import { strToU8 } from 'fflate';
import { mutateBytes, mutateText } from './mutate.mjs';
import { checkReading } from './reading-laws.mjs';
import {
  bookSeeds,
  csvSeeds,
  EXAMS,
  jsonSeeds,
  longZipped,
  REPORTS,
  schoolSeeds,
  tallySeeds,
  zipped,
} from './seeds.mjs';
import { storedZip } from './stored-zip.mjs';

export const READING_TARGETS = {
  csv: {
    input: (random) => [
      inputFile('a.csv', encode(mutateText(random.of(csvSeeds), 'csv', random, csvSeeds), random)),
    ],
    check: checkReading,
  },
  xlsx: {
    input: (random) => {
      const parts = random.of(bookSeeds);
      const hit =
        random.below(3) === 0
          ? random.below(parts.length)
          : parts.findIndex(({ name }) => /sheet1\.xml$/.test(name));
      const texts = parts.map(({ text }) => text);
      const changed = parts.map(({ name, text, bytes }, i) => [
        random.below(60) === 0 ? mutateText(name, 'xml', random, [name]) : name,
        i === hit ? strToU8(mutateText(text, 'xml', random, texts)) : bytes,
      ]);
      return [inputFile('a.xlsx', storedZip(changed))];
    },
    check: checkReading,
  },
  zip: {
    input: (random) => [
      inputFile('a.xlsx', mutateBytes(random.below(64) === 0 ? longZipped : random.of(zipped), random)),
    ],
    check: checkReading,
  },
  sidecars: {
    input: (random) => {
      const folder = random.of(FOLDERS);
      return folder.map(({ name, text }) =>
        inputFile(
          name,
          strToU8(
            random.below(folder.length) === 0
              ? mutateText(text, name.endsWith('json') ? 'json' : 'csv', random, csvSeeds)
              : text,
          ),
        ),
      );
    },
    check: checkReading,
  },
  exams: {
    // One protocol; in one input of sixteen all together, for retakes and appeals.
    input: (random) => {
      const all = random.below(16) === 0;
      const hit = random.below(EXAMS.length);
      return EXAMS.flatMap((text, i) => {
        if (!all && i !== hit) return [];
        const isDamaged = all ? random.below(EXAMS.length) === 0 : random.below(16) > 0;
        const damaged = isDamaged ? mutateText(text, 'csv', random, EXAMS) : text;
        return [inputFile(`0${i}.csv`, encode(damaged, random))];
      });
    },
    check: checkReading,
  },
  reports: {
    input: (random) => [
      inputFile('a.csv', encode(mutateText(random.of(REPORTS), 'csv', random, REPORTS), random)),
    ],
    check: checkReading,
  },
  schools: {
    input: (random) => [
      inputFile('schools.csv', encode(mutateText(random.of(schoolSeeds), 'csv', random, csvSeeds), random)),
    ],
    check: async ([of]) => {
      const { registry } = await readSchoolList(of, of.name);
      const ids = registry.schools.map(({ id }) => id);
      if (new Set(ids).size < ids.length) throw new Error('a school stands twice');
    },
  },
};

const FOLDERS = [
  [
    { name: 'a/assessment.json', text: jsonSeeds[0] },
    { name: 'a/r.csv', text: csvSeeds.at(-3) },
  ],
  [
    {
      name: 'a/plan.csv',
      text: 'Номер задания,Проверяемые требования,Уровень сложности,Максимальный балл\n1,Дроби,Б,1\n2,Проценты,П,2\n3,Углы,В,2\n',
    },
    {
      name: 'a/codifier.csv',
      text: 'Код,Проверяемые элементы содержания\n1.1,Дроби\n2.1,Проценты\n',
    },
    { name: 'a/scale.csv', text: 'Отметка,Первичные баллы\n2,0–1\n3,2–3\n4,4\n5,5\n' },
    { name: 'a/r.csv', text: csvSeeds.at(-3) },
  ],
  [
    { name: 'a/schools.csv', text: schoolSeeds[0] ?? '' },
    { name: 'a/tally.json', text: tallySeeds[0] },
    { name: 'a/r.csv', text: csvSeeds.at(-3) },
  ],
];

function encode(text, random) {
  const way = random.below(12);
  if (way === 0) return Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'));
  if (way === 1) return Uint8Array.from(Buffer.from(text, 'latin1'));
  return strToU8(text);
}
