import { describe, expect, it } from 'vitest';
import { remarksOf, shapeOf } from '../../../test/document-shape.js';
import { readDocument } from '../read-document.js';

const read = (html: string | Uint8Array) =>
  readDocument(typeof html === 'string' ? new TextEncoder().encode(html) : html, 'страница.html');
const shape = async (html: string) => shapeOf(await read(html));
const table = async (html: string) => {
  const block = (await read(html)).blocks.find(({ kind }) => kind === 'table');
  if (block?.kind !== 'table') throw new Error('no table');
  return block;
};

describe('text of pages', () => {
  it('is paragraphs, headings and lists in their order', async () => {
    expect(
      await shape(`<!DOCTYPE html><html><head><title>Заголовок окна</title></head><body>
        <h1>План</h1><div>до <b>слова</b>
          после<p>абзац &mdash; &laquo;да&raquo;<br> вторая</div>
        <p><strong>Все</strong> <b>слова</b></p><p style="font-weight: 700">и эти</p><p><b style="font-weight:normal">нет</b></p>
        <ol start="3"><li>три<li><p>четыре</p><ul><li>вложенный</ul></ol><ol type="a"><li>а</li><li value="5">д</ol>
        <ul style="list-style-type:none"><li>без знака</ul><pre>как
 есть</pre></body></html>`),
    ).toEqual([
      '# * План',
      'до слова после',
      'абзац — «да»\nвторая',
      '* Все слова',
      '* и эти',
      'нет',
      '[3.] три',
      '[4.] четыре',
      '[•] вложенный',
      '[a.] а',
      '[e.] д',
      'без знака',
      'как\nесть',
    ]);
  });

  it('keeps no-break spaces and takes line breaks of the source for spaces', async () => {
    expect(await shape('<p>5&nbsp;класс\n\t  и\u00a0\u00a06\n</p><p>&nbsp;</p>')).toEqual([
      '5\u00a0класс и\u00a0\u00a06',
    ]);
  });

  it('is without what is hidden, struck out by an editor, or a form', async () => {
    const content = await read(
      '<p>а<span style="DISPLAY:none">тайна</span><span hidden>тайна</span><span style="mso-hide:all">тайна</span><span style="display:none"> </span><del>было</del><ins>стало</ins><select><option>нет</select><button>нет</button><textarea>нет</textarea></p><nav><a href="/">Главная</a></nav><table><tr style="display:none"><td>тайна</td></tr><tr><td>б</td><td hidden>тайна</td></tr></table>',
    );
    expect(shapeOf(content)).toEqual(['астало', [['б']]]);
    expect(remarksOf(content)).toEqual({
      'hidden-text': 5,
      deletions: 1,
      insertions: 1,
      'form-fields': 3,
      menus: 1,
    });
  });
});

describe('tables of pages', () => {
  it('are laid out on a grid', async () => {
    const block = await table(`<table><caption>План <i>работы</i></caption>
      <thead><tr><th rowspan=2>№<th colspan=2>Мероприятие<tr><th>а<th>б</thead>
      <tr><td rowspan="0">1<td>в<td rowspan=2>г<tr><td>д
      <tbody><tr><td colspan=3>конец</table>`);
    expect(block.caption).toBe('План работы');
    expect(shapeOf({ format: 'html', blocks: [block], remarks: [] })).toEqual([
      [
        ['(1×2) №', '(2×1) Мероприятие'],
        ['^', 'а', 'б'],
        ['(1×2) 1', 'в', '(1×2) г'],
        ['^', 'д', '^'],
        ['(3×1) конец'],
      ],
    ]);
    expect(block.rows.map(({ header }) => header)).toEqual([true, true, false, false, false]);
    expect(block.rows[1]?.cells.map(({ column }) => column)).toEqual([0, 1, 2]);
  });

  it('never let a cell lie on another or go on beyond its group', async () => {
    const block = await table(
      '<table><tbody><tr><td>а<td rowspan=9>б<td>в<tr><td colspan=5>г<td>д</tbody><tbody><tr><td>е</table>',
    );
    expect(
      block.rows.map(({ cells }) => cells.map((cell) => [cell.column, cell.columns, cell.rows, cell.text])),
    ).toEqual([
      [
        [0, 1, 1, 'а'],
        [1, 1, 2, 'б'],
        [2, 1, 1, 'в'],
      ],
      [
        [0, 1, 1, 'г'],
        [1, 1, 1, ''],
        [2, 1, 1, 'д'],
      ],
      [[0, 1, 1, 'е']],
    ]);
  });

  it('say that a row of nothing but th is a header', async () => {
    const block = await table('<table><tr><th>№<th>Срок<tr><th>1<td>май</table>');
    expect(block.rows.map(({ header }) => header)).toEqual([true, false]);
    expect(block.rows[1]?.cells.map(({ bold }) => bold)).toEqual([true, false]);
  });

  it('keep data-* of table, row and cell, and no other attribute', async () => {
    const block = await table(
      '<table data-orientir="plan" id="x" onclick="a()"><tr data-id="1" class="y"><td data-status="done" style="color:red" data-href="java&#10;script:a()">а</table>',
    );
    expect([...block.attributes]).toEqual([['data-orientir', 'plan']]);
    expect([...(block.rows[0]?.attributes ?? [])]).toEqual([['data-id', '1']]);
    expect([...(block.rows[0]?.cells[0]?.attributes ?? [])]).toEqual([['data-status', 'done']]);
  });

  it('join paragraphs, breaks and lists of a cell by lines', async () => {
    const block = await table(
      '<table><tr><td>раз<br>два<p>три</p><ol><li>четыре</li><li>пять</li></ol></td><td><ol><li></li></ol></td></tr></table>',
    );
    expect(block.rows[0]?.cells[0]).toMatchObject({
      text: 'раз\nдва\nтри\nчетыре\nпять',
      paragraphs: [
        { text: 'раз\nдва' },
        { text: 'три' },
        { text: 'четыре', number: '1.' },
        { text: 'пять', number: '2.' },
      ],
    });
    expect(block.rows[0]?.cells[1]).toMatchObject({ text: '', number: '1.' });
  });

  it('of a layout give what they arrange; menus of links are no tables', async () => {
    const content = await read(`<table width="100%"><tr><td colspan=3><h1>Школа</h1></td></tr>
      <tr><td><table><tr><td><a href="/">Главная</a></td></tr><tr><td><a href="/news">Новости</a></td></tr></table></td>
      <td>Текст<table><tr><td>№<td>Срок<tr><td>1<td>май</table></td><td>справа</td></tr>
      <tr><td colspan=3>внизу</td></tr></table>`);
    expect(shapeOf(content)).toEqual([
      '# * Школа',
      'Главная',
      'Новости',
      'Текст',
      [
        ['№', 'Срок'],
        ['1', 'май'],
      ],
      'справа',
      'внизу',
    ]);
    expect(remarksOf(content)).toEqual({ 'layout-tables': 2 });
    expect(await shape('<table role=presentation><tr><td>а<td>б</table>')).toEqual(['а', 'б']);
  });

  it('of data take in tables within their cells', async () => {
    const content = await read(
      '<table><tr><th>№<th>Что<tr><td>1<td>а<table><tr><td>б<td>в<tr><td>г<td>д</table>е<tr><td>2<td>ж</table>',
    );
    expect(shapeOf(content)).toEqual([
      [
        ['№', 'Что'],
        ['1', 'а\nб\nв\nг\nд\nе'],
        ['2', 'ж'],
      ],
    ]);
    expect(remarksOf(content)).toEqual({ 'nested-tables': 1 });
  });

  it('survive broken markup', async () => {
    expect(
      await shape('<table><tr><td>а<td>б</tr>мимо<tr><td><b>в</table>после</b><td>г</td><p>конец'),
    ).toEqual(['мимо', [['а', 'б'], ['в']], 'послег', 'конец']);
    expect(await shape('план <table><td>а')).toEqual(['план', [['а']]]);
  });

  it('are those that Word puts on a clipboard', async () => {
    const block =
      await shape(`<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]--><style><!-- p.MsoNormal {margin:0} --></style></head><body lang=RU>
      <!--StartFragment--><table class=MsoTableGrid border=1><tr style='mso-yfti-irow:0'><td width=10 valign=top style='width:5pt'><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]><o:p>&nbsp;</o:p></p></td>
      <td><p class=MsoNormal><b style='mso-bidi-font-weight:normal'>Провести
      семинар<o:p></o:p></b></p><p class=MsoNormal><span style='mso-list:Ignore'>·<span>&nbsp;</span></span>пункт<o:p></o:p></p></td></tr></table><!--EndFragment--></body></html>`);
    expect(block).toEqual([[['[1.]', 'Провести семинар\nпункт']]]);
  });
});

describe('links and scripts', () => {
  it('links are kept but for those that run something', async () => {
    const content = await read(
      `<table><tr><td>${[
        'https://a.ru/x',
        '/plan',
        'mailto:a@b.ru',
        'tel:+7',
        '#x',
        'JaVa&#9;Script:alert(1)',
        ' &#1;javascript:alert(1)',
        'data:text/html,x',
        'vbscript:x',
        'file:///x',
        'ftp://x',
        '',
      ]
        .map((href, i) => `<a href="${href}">с${i}</a> `)
        .join('')}<a name=x>якорь</a><a href="/пусто"></a></table>`,
    );
    const [block] = content.blocks;
    expect(block?.kind === 'table' && block.rows[0]?.cells[0]?.links).toEqual([
      { text: 'с0', href: 'https://a.ru/x' },
      { text: 'с1', href: '/plan' },
      { text: 'с2', href: 'mailto:a@b.ru' },
      { text: 'с3', href: 'tel:+7' },
      { text: 'с4', href: '#x' },
    ]);
    expect(remarksOf(content)).toEqual({ 'unsafe-links': 6 });
  });

  it('no script is left anywhere', async () => {
    const bad = 'EVIL()';
    const content = await read(
      `<script>${bad}</script><table onclick="${bad}" data-x="javascript:${bad}"><caption>а<script>${bad}</script></caption><tr onload="${bad}"><td onmouseover="${bad}" style="x:expression(${bad})">б<script>${bad}</script><style>${bad}</style><template>${bad}</template><svg><script>${bad}</script><text>${bad}</text></svg><img src=x onerror="${bad}"><iframe srcdoc="${bad}">${bad}</iframe><noscript>${bad}</noscript><!-- ${bad} --><object data="${bad}">${bad}</object><a href="javascript:${bad}">в</a><span style="mso-list:Ignore"><script>${bad}</script></span><math><annotation-xml encoding="text/html"><script>${bad}</script></annotation-xml></math></td></tr></table>`,
    );
    const seen = JSON.stringify(content, (_, value: unknown) => (value instanceof Map ? [...value] : value));
    expect(seen).not.toContain('EVIL');
    expect(shapeOf(content)).toEqual([[['бв']]]);
    expect(remarksOf(content)).toMatchObject({ scripts: 3, 'embedded-documents': 2, 'unsafe-links': 1 });
  });
});

describe('encodings of pages', () => {
  const cyrillic = (text: string) =>
    Uint8Array.from(text, (letter) => {
      const code = letter.charCodeAt(0);
      return code < 128 ? code : code - 0x410 + 0xc0;
    });
  const text = async (bytes: Uint8Array) => shapeOf(await read(bytes))[0];

  it('are found by mark, by validity, by what the page says', async () => {
    expect(await text(cyrillic('<meta charset="windows-1251"><p>План'))).toBe('План');
    expect(
      await text(cyrillic('<META http-equiv=Content-Type content="text/html; charset=Windows-1251"><p>План')),
    ).toBe('План');
    expect(await text(cyrillic('<p>План'))).toBe('План');
    expect(await text(cyrillic('<meta charset=utf-8><p>План работы школы'))).toBe('План работы школы');
    expect(await text(cyrillic('<meta charset=нет><p>План'))).toBe('План');
    expect(await text(new TextEncoder().encode('<meta charset=windows-1251><p>План'))).toBe('План');
    expect(await text(new TextEncoder().encode('\ufeff<p>План'))).toBe('План');
    expect(await text(new Uint8Array(Buffer.from('\ufeff<p>План', 'utf16le')))).toBe('План');
    expect(await text(new Uint8Array(Buffer.from('<p>План', 'utf16le')))).toBe('План');
  });
});
