import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bunchedRegion, HOSTILE, inventedRegion, overfullRegion } from '../../test/invented-region.js';
import { readDocument } from '../document/index.js';
import type { SheetModel } from './index.js';
import { associationSheet, schoolSheet, sheetDocx, sheetHtml, sheetUnits } from './index.js';

const NAMES = new Map([
  ['s1', 'МБОУ СОШ № 1'],
  ['s2', 'МБОУ СОШ № 2'],
]);
const REGION = inventedRegion();

function schoolOf(school: string, language: 'ru' | 'en' = 'ru', names = NAMES): SheetModel {
  const sheet = schoolSheet(REGION, school, { language, schoolNames: names });
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

function subjectOf(municipality?: string, language: 'ru' | 'en' = 'ru'): SheetModel {
  const sheet = associationSheet(REGION, 'Математика', {
    language,
    schoolNames: NAMES,
    ...(municipality === undefined ? {} : { municipality }),
  });
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

/** As people read it. */
function textOf({ title, facts, sentences, table, discuss, next, notes, foot }: SheetModel): string {
  const rows = table?.rows.map((row) => row.join(' | ')) ?? [];
  return [
    title,
    facts,
    ...sentences,
    table?.columns.map(({ header }) => header).join(' | '),
    ...rows,
    ...(table?.notes ?? []),
    discuss.heading,
    ...discuss.items,
    next.heading,
    ...next.items,
    ...notes,
    foot,
    '',
  ].join('\n');
}

describe('works of one name', () => {
  it('have their ids beside it', () => {
    const [work] = REGION.assessments;
    if (work === undefined) throw new Error('no work');
    const again = { ...work, id: 'again' };
    const testResults = [
      ...REGION.testResults,
      ...REGION.testResults.map((of) => ({ ...of, assessment: 'again' })),
    ];
    const twice = { ...REGION, assessments: [work, again], testResults };
    const sheet = schoolSheet(twice, 's2', { language: 'ru', schoolNames: NAMES });
    expect(sheet?.sentences.join(' ')).toContain(`(${work.id})`);
    expect(textOf(schoolOf('s2'))).not.toContain(work.id);
  });
});

describe('schoolSheet', () => {
  it('says of two schools what is true of each, in both languages', async () => {
    await expect(textOf(schoolOf('s1'))).toMatchFileSnapshot('golden/school-1.ru.txt');
    await expect(textOf(schoolOf('s2'))).toMatchFileSnapshot('golden/school-2.ru.txt');
    await expect(textOf(schoolOf('s1', 'en'))).toMatchFileSnapshot('golden/school-1.en.txt');
    await expect(textOf(schoolOf('s2', 'en'))).toMatchFileSnapshot('golden/school-2.en.txt');
  });

  it('names no teacher and no class', () => {
    const text = textOf(schoolOf('s1'));
    expect(text).not.toContain('учитель-17');
    expect(text).not.toContain('5А');
  });

  it('states nothing of a school with four pupils', () => {
    const { table, sentences, discuss } = schoolOf('s4');
    expect(table).toBeUndefined();
    expect(discuss.items).toEqual([]);
    expect(sentences).toEqual([
      'Математика, 5\u00a0класс: писали меньше 10 учеников, выводов по таким данным не делаем.',
    ]);
  });

  it('says first of all which results look doubtful, and only of the school that has them', () => {
    const analysis = bunchedRegion();
    const first = (school: string) =>
      schoolSheet(analysis, school, { language: 'ru', schoolNames: NAMES })?.sentences[0];
    expect(first('s1')).toMatch(/^Осторожно: Математика, 5\u00a0класс — результаты необычно хороши/);
    expect(first('s2')).not.toContain('Осторожно');
  });

  it('says what the topics to repeat rest on, where the codifier does', () => {
    const described = {
      ...REGION,
      assessments: REGION.assessments.map((assessment) => ({
        ...assessment,
        items: assessment.items.map((item) => ({ ...item, codes: ['1.1'] })),
        codifier: [{ code: '1.1', name: 'Дроби', earlier: [{ name: 'Доли', grade: 3 }] }],
      })),
    };
    const steps = (region: typeof REGION) =>
      schoolSheet(region, 's1', { language: 'ru', schoolNames: NAMES })?.next.items.join(' ');
    expect(steps(described)).toContain('Это опирается на темы 3\u00a0класса: «Доли».');
    expect(steps(REGION)).not.toContain('опирается');
  });

  it('is absent for a school that is not in the data', () => {
    expect(schoolSheet(REGION, 's9', { language: 'ru', schoolNames: NAMES })).toBeUndefined();
  });
});

describe('associationSheet', () => {
  it('tells of one subject over everybody and over a municipality', async () => {
    await expect(textOf(subjectOf())).toMatchFileSnapshot('golden/subject.ru.txt');
    await expect(textOf(subjectOf('Северный район', 'en'))).toMatchFileSnapshot(
      'golden/subject-north.en.txt',
    );
  });

  it('is absent for a subject that nobody wrote', () => {
    expect(associationSheet(REGION, 'Физика', { language: 'ru', schoolNames: NAMES })).toBeUndefined();
  });
});

describe('sheetUnits', () => {
  it('lists what sheets can be written about', () => {
    expect(sheetUnits(REGION)).toEqual({
      schools: ['s1', 's2', 's3', 's4'],
      municipalities: ['Северный район', 'Южный район'],
      subjects: ['Математика'],
    });
  });
});

describe('sheetHtml', () => {
  it('is a page with every text of the sheet, that loads nothing', async () => {
    const sheet = schoolOf('s1');
    const { blocks } = await readDocument(new TextEncoder().encode(sheetHtml(sheet)), 'sheet.html');
    const plain = (text: string) => text.replaceAll('\u00a0', ' ');
    const text = plain(JSON.stringify(blocks));
    for (const each of [sheet.title, ...sheet.sentences, ...sheet.discuss.items, ...sheet.next.items]) {
      expect(text).toContain(plain(each));
    }
    expect(sheetHtml(sheet)).not.toMatch(/(src|href)="(?!data:)/);
  });

  it('lets no text of the data become part of the page', () => {
    const page = sheetHtml(schoolOf('s1', 'ru', new Map([['s1', HOSTILE]])));
    expect(page).not.toMatch(/<script|\{\{/);
    expect(page).toContain('&lt;script&gt;');
  });
});

describe('sheetDocx', () => {
  it('is the same bytes for the same sheet and other bytes for another school', () => {
    expect(sheetDocx(schoolOf('s1'))).toEqual(sheetDocx(schoolOf('s1')));
    expect(sheetDocx(schoolOf('s1'))).not.toEqual(sheetDocx(schoolOf('s2')));
  });

  it('holds every text of the sheet, hostile names too', async () => {
    const sheet = schoolOf('s1', 'ru', new Map([['s1', HOSTILE]]));
    const { blocks, remarks } = await readDocument(sheetDocx(sheet), 'sheet.docx');
    expect(remarks).toEqual([]);
    const text = JSON.stringify(blocks);
    expect(text).toContain(JSON.stringify(HOSTILE).slice(1, -1));
    expect(text).toContain('Помощь нужнее всего');
  });

  // Skipped where LibreOffice cannot be had.
  it.skipIf(spawnSync('soffice', ['--version']).status !== 0)(
    'is one page, however much there is to say',
    () => {
      const long = overfullRegion();
      const [subject = ''] = sheetUnits(long).subjects;
      const options = { language: 'ru', schoolNames: new Map([['s1', `${HOSTILE} `.repeat(20)]]) } as const;
      const sheets = [
        schoolOf('s1'),
        subjectOf(),
        schoolSheet(long, 's1', options),
        associationSheet(long, subject, options),
      ].flatMap((sheet) => (sheet === undefined ? [] : [sheet]));
      expect(sheets).toHaveLength(4);
      const folder = mkdtempSync(join(tmpdir(), 'orientir-sheets-'));
      try {
        const files = sheets.map((sheet, index) => {
          const path = join(folder, `${index}.docx`);
          writeFileSync(path, sheetDocx(sheet));
          return path;
        });
        const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
        spawnSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files]);
        const pages = files.map(
          (path) => readFileSync(path.replace('.docx', '.pdf'), 'latin1').match(/\/Type\s*\/Page\b/g)?.length,
        );
        expect(pages).toEqual([1, 1, 1, 1]);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );
});
