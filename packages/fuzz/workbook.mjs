/** Workbooks of one sheet or two, written without packing: to pack one takes longer than to read it. */
import { writeRawWorkbook } from '@orientir/formats/xlsx';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { storedZip } from './stored-zip.mjs';

/** The parts of an empty workbook with so many sheets. */
function emptyWorkbook(sheets) {
  const names = Array.from({ length: sheets }, (_, at) => ({ name: `Лист ${at + 1}`, rows: [] }));
  return Object.entries(unzipSync(writeRawWorkbook(names, { strings: 'inline' })));
}

const EMPTY = [emptyWorkbook(1), emptyWorkbook(2)];
const SHEET = /^xl\/worksheets\/sheet(\d)\.xml$/;

/** One of thirty-two is written and packed by the library itself, with shared texts. */
function workbookOf(grid, random) {
  if (random.below(32) === 0) return writeRawWorkbook([{ name: 'Лист', rows: grid }]);
  return written([grid]);
}

/** One of four has two sheets with the same header; each row stays in the line where it was. */
export function formWorkbookOf(grid, random) {
  if (grid.length < 3 || random.below(4) !== 0) return workbookOf(grid, random);
  const end = 2 + random.below(grid.length - 2);
  const isSecond = (row) => row >= end;
  return written([
    grid.map((cells, row) => (isSecond(row) ? [] : cells)),
    grid.map((cells, row) => (row === 0 || isSecond(row) ? cells : [])),
  ]);
}

function written(sheets) {
  return storedZip(
    EMPTY[sheets.length - 1].map(([name, bytes]) => {
      const number = SHEET.exec(name)?.[1];
      if (number === undefined) return [name, bytes];
      const [before, after] = strFromU8(bytes).split('</sheetData>');
      const rows = sheets[number - 1].map(
        (row, r) => `<row r="${r + 1}">${row.map((cell, c) => cellXml(cell, r, c)).join('')}</row>`,
      );
      return [name, strToU8(`${before}${rows.join('')}</sheetData>${after}`)];
    }),
  );
}

function cellXml(cell, r, c) {
  if (cell === undefined || cell === '') return '';
  const at = `r="${letters(c)}${r + 1}"`;
  if (typeof cell === 'number') return `<c ${at}><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c ${at} t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'string')
    return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  if (cell.kind === 'date') return `<c ${at} s="1"><v>${serialOf(cell)}</v></c>`;
  if (cell.kind === 'error') return `<c ${at} t="e"><v>${cell.text}</v></c>`;
  return `<c ${at}><f>SUM(1,1)</f></c>`;
}

function letters(column) {
  return column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + letters(column % 26);
}

/** Day 0 of 1900 is what a cell without a date shows as one. */
function serialOf({ year, month, day }) {
  return year === 1900 ? 0 : (Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000;
}

const SPECIAL = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Characters that XML cannot hold, controls and halves of surrogate pairs, stand as spreadsheets write them. */
const UNHELD =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML cannot hold
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function escaped(text) {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      UNHELD,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replace(/[&<>]/g, (character) => SPECIAL[character]);
}
