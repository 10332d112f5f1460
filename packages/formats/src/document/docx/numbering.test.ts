import { describe, expect, it } from 'vitest';
import { abstractNum, docx, lvl, num, numbered, p } from '../../../test/document-builder.js';
import { shapeOf } from '../../../test/document-shape.js';
import { formatNumber } from '../number-formats.js';
import { readDocument } from '../read-document.js';

async function numbersOf(
  body: string,
  numbering: string,
  styles = '',
): Promise<readonly (string | undefined)[]> {
  const { blocks } = await readDocument(docx({ body, numbering, styles }), 'a.docx');
  return blocks.map((block) => (block.kind === 'paragraph' ? block.number : undefined));
}

const outline = abstractNum(
  0,
  lvl(0, 'decimal', '%1.') + lvl(1, 'decimal', '%1.%2.') + lvl(2, 'russianLower', '%3)'),
);
const levels = (of: string, id = 1) => [...of].map((level) => p('х', numbered(id, Number(level)))).join('');

describe('automatic numbers', () => {
  it('count levels and begin again under the next number', async () => {
    expect(await numbersOf(levels('0112201'), outline + num(1, 0))).toEqual([
      '1.',
      '1.1.',
      '1.2.',
      'а)',
      'б)',
      '2.',
      '2.1.',
    ]);
  });

  it('count a level that was passed over as begun', async () => {
    expect(await numbersOf(levels('1101'), outline + num(1, 0))).toEqual(['1.1.', '1.2.', '2.', '2.1.']);
  });

  it('go on in another numbering of the same list, unless it begins anew', async () => {
    const anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>';
    const body = levels('00') + levels('0', 2) + levels('00', 3) + levels('0');
    expect(await numbersOf(body, outline + num(1, 0) + num(2, 0) + num(3, 0, anew))).toEqual([
      '1.',
      '2.',
      '3.',
      '5.',
      '6.',
      '7.',
    ]);
  });

  it('take a level from the numbering itself where it says so', async () => {
    const own = `<w:lvlOverride w:ilvl="0">${lvl(0, 'upperRoman', 'Раздел %1')}</w:lvlOverride>`;
    expect(await numbersOf(levels('00'), outline + num(1, 0, own))).toEqual(['Раздел I', 'Раздел II']);
  });

  it('begin again only after the level that is named, or never', async () => {
    const list = (restart: number) =>
      abstractNum(
        0,
        lvl(0, 'decimal', '%1') +
          lvl(1, 'decimal', '%2') +
          lvl(2, 'decimal', '%3', `<w:lvlRestart w:val="${restart}"/>`),
      ) + num(1, 0);
    expect(await numbersOf(levels('0121202'), list(1))).toEqual(['1', '1', '1', '2', '2', '2', '1']);
    expect(await numbersOf(levels('0121202'), list(0))).toEqual(['1', '1', '1', '2', '2', '2', '3']);
  });

  it('come from styles, of which each has its level, and are taken away by number 0', async () => {
    const list = abstractNum(
      0,
      lvl(0, 'decimal', '%1.', '<w:pStyle w:val="a"/>') + lvl(1, 'decimal', '%1.%2', '<w:pStyle w:val="b"/>'),
    );
    const style = (id: string, inside: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}">${inside}</w:style>`;
    const numPr = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>';
    const styles =
      style('a', numPr) +
      style('b', numPr) +
      style('c', '<w:basedOn w:val="b"/>') +
      style('d', '<w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>');
    const body = ['a', 'b', 'c', 'd', 'a'].map((id) => p('х', `<w:pStyle w:val="${id}"/>`)).join('');
    expect(
      await numbersOf(body + p('х', `<w:pStyle w:val="a"/>${numbered(0)}`), list + num(1, 0), styles),
    ).toEqual(['1.', '1.1', '1.2', undefined, '2.', undefined]);
  });

  it('are found behind list styles', async () => {
    const styles =
      '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>';
    const linked = abstractNum(1, '<w:numStyleLink w:val="L"/>');
    expect(await numbersOf(levels('00'), outline + linked + num(1, 1) + num(2, 0), styles)).toEqual([
      '1.',
      '2.',
    ]);
  });

  it('are bullets, nothing, or decimal throughout', async () => {
    const list = (format: string, text: string, more = '') =>
      abstractNum(0, lvl(0, format, text, more)) + num(1, 0);
    expect(await numbersOf(levels('0'), list('bullet', '\uf0b7'))).toEqual(['•']);
    expect(await numbersOf(levels('0'), list('bullet', '–'))).toEqual(['–']);
    expect(await numbersOf(levels('0'), list('none', '%1'))).toEqual([undefined]);
    expect(await numbersOf(levels('0'), list('decimal', ''))).toEqual([undefined]);
    const legal =
      abstractNum(0, lvl(0, 'upperRoman', '%1.') + lvl(1, 'decimal', '%1.%2', '<w:isLgl/>')) + num(1, 0);
    expect(await numbersOf(levels('001'), legal)).toEqual(['I.', 'II.', '2.1']);
  });

  it('survive numberings that refer to themselves or to nothing', async () => {
    const circle =
      abstractNum(0, '<w:numStyleLink w:val="L"/>') +
      abstractNum(1, '<w:numStyleLink w:val="L"/>') +
      num(1, 0) +
      num(2, 1) +
      num(3, 9);
    const styles =
      '<w:style w:styleId="L"><w:basedOn w:val="M"/></w:style><w:style w:styleId="M"><w:basedOn w:val="L"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>';
    expect(
      await numbersOf(
        levels('0') + levels('0', 3) + levels('0', 7) + p('х', numbered(1, -1)) + p('х', numbered(1, 99)),
        circle,
        styles,
      ),
    ).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });
});

describe('formatNumber', () => {
  it('prints as Word does', () => {
    const printed = (format: string, ...values: readonly number[]) =>
      values.map((value) => formatNumber(value, format));
    expect(printed('russianLower', 1, 7, 8, 29, 30)).toEqual(['а', 'ж', 'з', 'я', 'аа']);
    expect(printed('russianUpper', 2)).toEqual(['Б']);
    expect(printed('upperRoman', 4, 9, 14, 1994)).toEqual(['IV', 'IX', 'XIV', 'MCMXCIV']);
    expect(printed('lowerRoman', 8)).toEqual(['viii']);
    expect(printed('lowerLetter', 26, 27, 53)).toEqual(['z', 'aa', 'aaa']);
    expect(printed('decimalZero', 3, 12)).toEqual(['03', '12']);
    expect(printed('чужой', 5)).toEqual(['5']);
    expect(printed('upperRoman', 0, 2_000_000_000)).toEqual(['0', '2000000000']);
    expect(printed('russianLower', 0, 2_000_000_000)).toEqual(['0', '2000000000']);
  });
});

describe('paragraphs with numbers', () => {
  it('show them even without a text', async () => {
    const content = await readDocument(
      docx({ body: p('', numbered(1)), numbering: outline + num(1, 0) }),
      'a.docx',
    );
    expect(shapeOf(content)).toEqual(['[1.]']);
  });
});
