import { describe, expect, it } from 'vitest';
import type { DocxParts } from '../../../test/document-builder.js';
import { abstractNum, docx, lvl, num, numbered, p, r, tbl, tc, tr } from '../../../test/document-builder.js';
import { remarksOf, shapeOf } from '../../../test/document-shape.js';
import { readDocument } from '../read-document.js';

const read = (parts: DocxParts | string) =>
  readDocument(docx(typeof parts === 'string' ? { body: parts } : parts), 'план.docx');
const shape = async (parts: DocxParts | string) => shapeOf(await read(parts));
const val = (name: string, value: string | number) => `<w:${name} w:val="${value}"/>`;

describe('paragraphs', () => {
  it('are kept in their order among tables, without empty ones', async () => {
    const content = await read(
      p('Дорожная карта') + p() + tbl([tr(['а', 'б'])]) + p('Конец') + tbl([tr(['в'])]),
    );
    expect(shapeOf(content)).toEqual(['Дорожная карта', [['а', 'б']], 'Конец', [['в']]]);
    expect(content.blocks.flatMap((block) => (block.kind === 'table' ? [block.index] : []))).toEqual([1, 2]);
    expect(content.format).toBe('docx');
    expect(content.remarks).toEqual([]);
  });

  it('keep tabs, line breaks, no-break spaces and hyphens, symbols; drop what only guides the eye', async () => {
    const body = p(
      `<w:r><w:t xml:space="preserve"> а\u00a0б</w:t><w:tab/><w:t>в</w:t><w:br/><w:lastRenderedPageBreak/><w:t>1</w:t><w:noBreakHyphen/><w:t>2</w:t><w:softHyphen/><w:t>3 </w:t></w:r><w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="Arial" w:char="0416"/></w:r><w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="0" w:name="x"/>`,
    );
    expect(await shape(body)).toEqual(['а\u00a0б\tв\n1\u201123✓≥Ж']);
  });

  it('lose control characters and halves of characters', async () => {
    expect(await shape(p('<w:r><w:t>а&#1;б&#xD800;в&#x85;\ufeffг</w:t></w:r>'))).toEqual(['аб\ufffdвг']);
  });

  it('know headings by style, by inherited style, by name, by themselves', async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="a"><w:name w:val="Мой"/><w:basedOn w:val="1"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:name w:val="heading 3"/></w:style><w:style w:type="paragraph" w:styleId="c"><w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>`;
    const body = ['1', 'a', 'b', 'c'].map((id) => p(`стиль ${id}`, val('pStyle', id))).join('');
    expect(await shape({ styles, body: body + p('сам', val('outlineLvl', 1)) })).toEqual([
      '# стиль 1',
      '# стиль a',
      '### стиль b',
      'стиль c',
      '## сам',
    ]);
    expect(await shape(p('без стилей', val('pStyle', 'Heading2')))).toEqual(['## без стилей']);
  });

  it('are bold when all of their text is, by runs or by styles', async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="b"><w:rPr><w:b/></w:rPr></w:style><w:style w:type="character" w:styleId="c"><w:rPr><w:b/></w:rPr></w:style>`;
    const body = [
      p(r('все', '<w:b/>') + r(' ') + r('слова', '<w:b w:val="1"/>')),
      p(r('часть', '<w:b/>') + r(' слов')),
      p(r('нет', '<w:b w:val="0"/>')),
      p(r('стиль абзаца'), val('pStyle', 'b')),
      p(r('кроме', '<w:b w:val="false"/>'), val('pStyle', 'b')),
      p(r('стиль знаков', val('rStyle', 'c'))),
      p(r('знак абзаца'), '<w:rPr><w:b/></w:rPr>'),
      p(r('раньше', '<w:rPrChange w:id="1"><w:rPr><w:b/></w:rPr></w:rPrChange>')),
    ];
    expect(await shape({ styles, body: body.join('') })).toEqual([
      '* все слова',
      'часть слов',
      'нет',
      '* стиль абзаца',
      'кроме',
      '* стиль знаков',
      'знак абзаца',
      'раньше',
    ]);
  });
});

describe('tables', () => {
  it('place cells on the grid: columns covered, left free before and after, no grid given', async () => {
    const content = await read(
      tbl([
        tr(['№', tc('Мероприятие', val('gridSpan', 2)), 'Срок']),
        tr([tc('Раздел', val('gridSpan', 4))]),
        tr(['1', 'а', 'б'], val('gridBefore', 1)),
      ]),
    );
    expect(shapeOf(content)).toEqual([
      [['№', '(2×1) Мероприятие', 'Срок'], ['(4×1) Раздел'], ['1', 'а', 'б']],
    ]);
    const [table] = content.blocks;
    expect(
      table?.kind === 'table' && table.rows.map(({ cells }) => cells.map(({ column }) => column)),
    ).toEqual([[0, 1, 3], [0], [1, 2, 3]]);
  });

  it('follow merges down the rows, and begin one where nothing is above', async () => {
    const down = (kind: 'restart' | '') => (kind === '' ? '<w:vMerge/>' : val('vMerge', kind));
    expect(
      await shape(
        tbl([
          tr([tc('1', down('restart')), tc('а', val('gridSpan', 2))]),
          tr([tc('', down('')), 'б', tc('в', down('restart'))]),
          tr([tc('скрыто', down('')), 'г', tc('', down(''))]),
          tr([tc('2', down('restart')), 'д', tc('конец')]),
          tr(['3', 'е', tc('начало', val('vMerge', 'continue'))]),
        ]),
      ),
    ).toEqual([
      [
        ['(1×3) 1', '(2×1) а'],
        ['^', 'б', '(1×2) в'],
        ['^', 'г', '^'],
        ['2', 'д', 'конец'],
        ['3', 'е', 'начало'],
      ],
    ]);
  });

  it('join cells as old programs merged them across', async () => {
    expect(await shape(tbl([tr([tc('а', val('hMerge', 'restart')), tc('', '<w:hMerge/>'), 'б'])]))).toEqual([
      [['(2×1) а', 'б']],
    ]);
  });

  it('say which rows are headers, and what the table is called', async () => {
    const content = await read(
      tbl([tr(['№'], '<w:tblHeader/>'), tr(['1'], val('tblHeader', 'false'))], val('tblCaption', ' План ')),
    );
    const [table] = content.blocks;
    expect(table).toMatchObject({
      caption: 'План',
      rows: [
        { row: 1, header: true },
        { row: 2, header: false },
      ],
    });
  });

  it('join paragraphs of a cell by lines, with their numbers', async () => {
    const content = await read({
      body: tbl([
        tr([tc(p('раз', numbered(1)) + p() + p('два', numbered(1)) + p('без')), tc(p('', numbered(1)))]),
      ]),
      numbering: abstractNum(0, lvl(0, 'decimal', '%1)')) + num(1, 0),
    });
    const [table] = content.blocks;
    expect(table).toMatchObject({
      rows: [
        {
          cells: [
            {
              text: 'раз\nдва\nбез',
              number: '1)',
              paragraphs: [{ text: 'раз', number: '1)' }, { text: 'два', number: '2)' }, { text: 'без' }],
            },
            { text: '', number: '3)', bold: false },
          ],
        },
      ],
    });
  });

  it('within cells give their text by lines; a frame of one cell gives what it frames', async () => {
    const inner = tbl([tr(['а', 'б']), tr(['в', tc(p('г') + tbl([tr(['д'])]) + p())])]);
    const nested = await read(tbl([tr([tc(p('до') + inner + p('после')), 'рядом'])]));
    expect(shapeOf(nested)).toEqual([[['до\nа\nб\nв\nг\nд\nпосле', 'рядом']]]);
    expect(remarksOf(nested)).toEqual({ 'nested-tables': 2 });
    const framed = await read(tbl([tr([tc(p('до') + tbl([tr(['а', 'б'])]) + p())])]));
    expect(shapeOf(framed)).toEqual(['до', [['а', 'б']]]);
    expect(remarksOf(framed)).toEqual({ 'layout-tables': 1 });
  });

  it('cut columns that no table can have', async () => {
    const content = await read(tbl([tr([tc('а', val('gridSpan', 999_999_999)), 'б'])]));
    expect(shapeOf(content)).toEqual([[['(1000×1) а', 'б']]]);
    expect(remarksOf(content)).toEqual({ 'spans-cut': 1 });
    expect(await shape(tbl([tr([tc('а', val('gridSpan', -5)), tc('б', val('gridSpan', 'x'))])]))).toEqual([
      [['а', 'б']],
    ]);
  });
});

describe('content controls', () => {
  const sdt = (inside: string, properties = '') =>
    `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtEndPr><w:rPr><w:b/></w:rPr></w:sdtEndPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`;

  it('are looked through around blocks, rows, cells and runs', async () => {
    const body = sdt(p('блок')) + tbl([sdt(tr([sdt(tc('ячейка')), tc(sdt(p(sdt(r('текст')))))]))]);
    expect(await shape(body)).toEqual(['блок', [['ячейка', 'текст']]]);
  });

  it('give boxes, dates and chosen entries as they show; the hint of an empty one is no text', async () => {
    const content = await read(
      p(
        sdt(r('☒'), '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>') +
          sdt('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>') +
          r(' ') +
          sdt(r('01.09.2025'), '<w:date w:fullDate="2025-09-01T00:00:00Z"/>'),
      ) +
        tbl([
          tr([
            tc(sdt(p('Выберите срок'), '<w:showingPlcHdr/>')),
            sdt(tc('да'), '<w:dropDownList><w:listItem w:value="нет"/></w:dropDownList>'),
          ]),
        ]),
    );
    expect(shapeOf(content)).toEqual(['☒☐ 01.09.2025', [['', 'да']]]);
    expect(remarksOf(content)).toEqual({ placeholders: 1 });
  });
});

describe('tracked changes', () => {
  it('are read as accepted', async () => {
    const content = await read(
      p(
        `${r('Срок: ')}<w:del w:id="1" w:author="x"><w:r><w:delText>май</w:delText></w:r></w:del><w:ins w:id="2">${r('июнь')}</w:ins><w:moveFrom w:id="3">${r('!')}</w:moveFrom><w:moveTo w:id="4">${r('?')}</w:moveTo>`,
      ) +
        tbl([
          tr(['а', 'б']),
          tr(['лишняя', 'строка'], '<w:del w:id="5"/>'),
          tr(['новая', 'строка'], '<w:ins w:id="6"/>'),
          tr(['в', tc('лишняя', '<w:cellDel w:id="7"/>'), tc('г', '<w:cellIns w:id="8"/>')]),
        ]),
    );
    expect(shapeOf(content)).toEqual([
      'Срок: июнь?',
      [
        ['а', 'б'],
        ['новая', 'строка'],
        ['в', 'г'],
      ],
    ]);
    expect(remarksOf(content)).toEqual({ deletions: 3, insertions: 3, moves: 2 });
  });

  it('join paragraphs of which the end was deleted, and leave former properties alone', async () => {
    const gone = '<w:rPr><w:del w:id="1"/></w:rPr>';
    expect(
      await shape(
        p('раз ', gone) +
          p('два') +
          p('<w:del w:id="2"><w:r><w:delText>все</w:delText></w:r></w:del>', gone) +
          p('три', '<w:pPrChange w:id="3"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>') +
          tbl([tr([tc(p('четыре', gone))])]) +
          p('пять', gone),
      ),
    ).toEqual(['раз два', 'три', [['четыре']], 'пять']);
  });

  it('do not count numbers of deleted rows', async () => {
    const row = (more = '') => tr([tc(p('', numbered(1))), 'х'], more);
    expect(
      await shape({
        body: tbl([row(), row('<w:del w:id="1"/>'), row()]),
        numbering: abstractNum(0, lvl(0, 'decimal', '%1.')) + num(1, 0),
      }),
    ).toEqual([
      [
        ['[1.]', 'х'],
        ['[2.]', 'х'],
      ],
    ]);
  });
});

describe('fields and links', () => {
  const char = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const instr = (text: string) => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;

  it('show results and never instructions', async () => {
    expect(
      await shape(
        p(`<w:fldSimple w:instr=" PAGE ">${r('7')}</w:fldSimple>`) +
          p(char('begin') + instr(' DATE ') + char('separate') + r('01.09.2025') + char('end')) +
          p(
            char('begin') +
              instr(' IF ') +
              char('begin') +
              instr('X') +
              char('separate') +
              r('нет') +
              char('end') +
              char('separate') +
              r('да') +
              char('end'),
          ) +
          p(char('begin') + instr(' БЕЗ КОНЦА ')) +
          p('дальше'),
      ),
    ).toEqual(['7', '01.09.2025', 'да', 'дальше']);
  });

  it('show boxes and lists of old forms', async () => {
    const form = (inside: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData>${inside}</w:ffData></w:fldChar></w:r>${char('end')}`;
    expect(
      await shape(
        p(
          form('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>') +
            form(
              '<w:ddList><w:result w:val="1"/><w:listEntry w:val="май"/><w:listEntry w:val="июнь"/></w:ddList>',
            ),
        ),
      ),
    ).toEqual(['☒июнь']);
  });

  it('keep links with their addresses, and no dangerous ones', async () => {
    const link = (id: string, text: string) => `<w:hyperlink r:id="${id}">${r(text)}</w:hyperlink>`;
    const content = await read({
      body: tbl([
        tr([
          tc(p(r('см. ') + link('a', 'приказ') + r(', ') + link('b', 'сайт') + link('c', ' и дальше'))),
          tc(
            p(
              char('begin') +
                instr('HYPERLINK "mailto:a@b.ru" \\o "x"') +
                char('separate') +
                r('почта') +
                char('end'),
            ),
          ),
        ]),
      ]),
      links: { a: 'https://example.ru/?a=1&b=2', b: 'javascript:alert(1)', c: 'file:///c:/x' },
    });
    const [table] = content.blocks;
    expect(table).toMatchObject({
      rows: [
        {
          cells: [
            {
              text: 'см. приказ, сайт и дальше',
              links: [{ text: 'приказ', href: 'https://example.ru/?a=1&b=2' }],
            },
            { links: [{ text: 'почта', href: 'mailto:a@b.ru' }] },
          ],
        },
      ],
    });
    expect(remarksOf(content)).toEqual({ 'unsafe-links': 2 });
  });
});

describe('what stands aside', () => {
  it('comments and footnotes are not read, hidden text neither', async () => {
    const content = await read(
      p(
        `<w:commentRangeStart w:id="0"/>${r('текст')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r>${r(' тайна', '<w:vanish/>')}`,
      ),
    );
    expect(shapeOf(content)).toEqual(['текст']);
    expect(remarksOf(content)).toEqual({ comments: 1, footnotes: 1, 'hidden-text': 1 });
  });

  it('text boxes are read once, from one of the alternatives', async () => {
    const box = (inside: string) => `<w:txbxContent>${inside}</w:txbxContent>`;
    const both = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box(p('в рамке'))}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box(p('в рамке'))}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const content = await read(p(`${r('до')}${both}${r(' после')}`) + tbl([tr([tc(p(both))])]));
    expect(shapeOf(content)).toEqual(['в рамке', 'до после', [['в рамке']]]);
    expect(remarksOf(content)).toEqual({ 'text-boxes': 2 });
  });

  it('smart tags and custom elements are looked through', async () => {
    expect(
      await shape(p(`<w:smartTag>${r('Омск')}</w:smartTag><w:customXml>${r('!')}</w:customXml>`)),
    ).toEqual(['Омск!']);
  });
});

describe('parts', () => {
  it('may be called otherwise, be UTF-16, have other prefixes or the strict namespace', async () => {
    const body = tbl([tr(['Школа №\u00a01'])]);
    const expected = [[['Школа №\u00a01']]];
    expect(await shape({ body, main: 'word/document2.xml' })).toEqual(expected);
    expect(await shape({ body, main: 'Документ/главный.xml' })).toEqual(expected);
    const utf16 = (name: string, xml: string) =>
      name.endsWith('document.xml')
        ? new Uint8Array(Buffer.from(`\ufeff${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le'))
        : xml;
    expect(await shape({ body, change: utf16 })).toEqual(expected);
    expect(await shape({ body, change: (_, xml) => xml.replaceAll('w:', 'x:') })).toEqual(expected);
    const strict = (_: string, xml: string) =>
      xml
        .replaceAll(
          'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
          'http://purl.oclc.org/ooxml/wordprocessingml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        );
    expect(await shape({ body, change: strict })).toEqual(expected);
  });

  it('are read from a source that hands out pieces', async () => {
    const bytes = docx({ body: p('текст') });
    const source = { size: bytes.length, read: async (from: number, to: number) => bytes.slice(from, to) };
    expect(shapeOf(await readDocument(source, 'план.docx'))).toEqual(['текст']);
  });

  it('may be missing but for the main one', async () => {
    const only = (name: string, xml: string) => (name === 'word/document.xml' ? xml : undefined);
    expect(await shape({ body: p('текст', numbered(1) + val('pStyle', 'нет')), change: only })).toEqual([
      'текст',
    ]);
    await expect(
      read({ body: '', change: (name, xml) => (name === 'word/document.xml' ? undefined : xml) }),
    ).rejects.toMatchObject({ refusal: { code: 'file-unreadable' } });
  });
});
