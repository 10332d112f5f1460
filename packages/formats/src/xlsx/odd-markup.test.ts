/** Markup that no spreadsheet writes, and that other programs and hands do: what it says is read, or the file is refused. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from './read-workbook.js';

const NAMESPACE = 'xmlns:r="r"';
const ONE_SHEET = `<workbook ${NAMESPACE}><sheets><sheet name="Лист" sheetId="1" r:id="rId1"/></sheets></workbook>`;
const relationship = (id: string, target: string) =>
  `<Relationship Id="${id}" Type="t/worksheet" Target="${target}"/>`;

function sheetWith(...rows: readonly string[]): string {
  return `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

const rowWith = (cells: string) => sheetWith(`<row r="1">${cells}</row>`);
const cellWith = (content: string, attributes = '') => rowWith(`<c r="A1"${attributes}>${content}</c>`);
const asText = ' t="inlineStr"';
const asShared = ' t="s"';

/** The rows of the first sheet; what its parts are called. */
async function rowsOf(
  sheet: string,
  { workbook = ONE_SHEET, relations = relationship('rId1', 'worksheets/sheet1.xml'), texts = '' } = {},
) {
  const parts = {
    'xl/workbook.xml': workbook,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations}</Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
    'xl/sharedStrings.xml': `<sst>${texts}</sst>`,
  };
  const bytes = zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
  const [first] = await readWorkbook(bytes);
  return first?.rows;
}

const refusal = (of: Promise<unknown>) =>
  of.then(
    () => 'read',
    (error: Error) => error.message,
  );

describe('instructions to programs', () => {
  it('part no value, and what looks like a cell in them is none', async () => {
    expect(await rowsOf(cellWith('<v>1<?a b?>2</v>'))).toEqual([[12]]);
    expect(await rowsOf(cellWith('<is><t>Шко<?a?>ла</t></is>', asText))).toEqual([['Школа']]);
    expect(await rowsOf(rowWith('<c r="A1"><v>1</v></c><?a <c r="B1"><v>9</v></c> ?>'))).toEqual([[1]]);
    const texts = '<si><t>Шко<?a </si>?>ла</t></si><si><t>нет</t></si>';
    expect(await rowsOf(cellWith('<v>0</v>', asShared), { texts })).toEqual([['Школа']]);
  });
});

describe('what other programs add to a cell or a row', () => {
  it('is no value of it', async () => {
    const added = '<extLst><ext uri="u"><x:v>7</x:v><x:c r="B1"><x:v>8</x:v></x:c></ext></extLst>';
    expect(await rowsOf(cellWith(`<v>12</v>${added}`))).toEqual([[12]]);
    expect(await rowsOf(rowWith(`<c r="A1"><v>12</v></c>${added}`))).toEqual([[12]]);
    expect(await rowsOf(cellWith('<v>12</v><extLst/>'))).toEqual([[12]]);
  });
});

describe('a number', () => {
  it('is what spreadsheets write as one', async () => {
    const numbers = ['12', '+12', '1.2E+1', '12.', '.5e1', ' 12 '];
    const read = await Promise.all(numbers.map((text) => rowsOf(cellWith(`<v>${text}</v>`))));
    expect(read).toEqual([12, 12, 12, 12, 5, 12].map((value) => [[value]]));
    const others = ['0x0C', '0b11', 'Infinity', '1e'];
    const kept = await Promise.all(others.map((text) => rowsOf(cellWith(`<v>${text}</v>`))));
    expect(kept).toEqual(others.map((text) => [[text]]));
  });
});

describe('a file is refused', () => {
  it('where a cell or a row is not closed, and would have the values of the next one', async () => {
    const unclosed = [
      rowWith('<c r="A1"><v>1</v><c r="B1"><v>2</v></c>'),
      rowWith('<c r="A1"><v>1</v>'),
      sheetWith('<row r="1"><c r="A1"><v>1</v></c><row r="2"><c r="A2"><v>2</v></c></row>'),
      rowWith('<c r="A1"><v>1</v></c<c r="B1"><v>2</v></c>'),
      rowWith('<c r="A1"><v>1</v></c><c r="B1<v>2</v></c><c r="C1"><v>3</v></c>'),
    ];
    for (const sheet of unclosed) expect(await refusal(rowsOf(sheet))).toContain('damaged XML');
  });

  it('where the number of a shared text is none', async () => {
    const texts = '<si><t>Школа</t></si>';
    for (const index of ['x', '0.5'])
      expect(await refusal(rowsOf(cellWith(`<v>${index}</v>`, asShared), { texts }))).toContain(
        'damaged XML',
      );
  });

  it('where a cell stands twice in a row', async () => {
    for (const again of ['<v>2</v>', '<f>1+1</f>', '<v>2.5</v>']) {
      const sheet = rowWith(`<c r="A1"><v>1</v></c><c r="A1">${again}</c>`);
      expect(await refusal(rowsOf(sheet))).toContain('after row 0 a cell of column A stands twice');
    }
    expect(await rowsOf(rowWith('<c r="A1"><v>1</v></c><c r="A1"/>'))).toEqual([[1]]);
  });

  it('where it lists more sheets than anybody has', async () => {
    const workbook = (sheets: number) =>
      `<workbook ${NAMESPACE}><sheets>${'<sheet name="Лист" sheetId="1" r:id="rId1"/>'.repeat(sheets)}</sheets></workbook>`;
    const sheet = cellWith('<v>1</v>');
    expect(await refusal(rowsOf(sheet, { workbook: workbook(5001) }))).toContain('more than 5000 sheets');
    expect(await rowsOf(sheet, { workbook: workbook(20) })).toEqual([[1]]);
  });

  it('where a part is in it twice and says different things', async () => {
    const twice = (one: string, other: string) => {
      const names = ['xl/worksheets/sheet1.xml', 'xl/worksheets/Sheet1.xml'];
      const sheets = Object.fromEntries([one, other].map((xml, i) => [names[i] ?? '', strToU8(xml)]));
      return readWorkbook(zipSync({ 'xl/workbook.xml': strToU8(ONE_SHEET), ...sheets }));
    };
    expect(await refusal(twice(cellWith('<v>1</v>'), cellWith('<v>2</v>')))).toContain('is in it twice');
    expect((await twice(cellWith('<v>1</v>'), cellWith('<v>1</v>')))[0]?.rows).toEqual([[1]]);
  });
});

describe('the sheet of a workbook', () => {
  it('is the one that its relationship names, whatever it is called', async () => {
    const sheet = cellWith('<v>1</v>');
    const workbook = `<workbook ${NAMESPACE}><sheets><sheet name='Итог id="rId2" state="hidden"' sheetId="1" r:id="rId1"/></sheets></workbook>`;
    const relations = `${relationship('rId2', 'worksheets/sheet2.xml')}${relationship('rId1', 'worksheets/sheet1.xml')}`;
    expect(await rowsOf(sheet, { workbook, relations })).toEqual([[1]]);
  });

  it('is found where its address has the slashes of Windows', async () => {
    for (const target of ['worksheets\\sheet1.xml', '\\xl\\worksheets\\sheet1.xml'])
      expect(await rowsOf(cellWith('<v>1</v>'), { relations: relationship('rId1', target) })).toEqual([[1]]);
  });
});
