import { escapeHtml } from '../plans/writing/html/escape-html.js';
import { withDrawnSign } from './drawn-sign.js';
import type { SheetList, SheetModel, SheetTable } from './sheet-model.js';

/** A sheet as a page that opens from disk, asks nothing of any network and prints on one side of A4. */
export function sheetHtml(sheet: SheetModel): string {
  const tables = [...(sheet.table === undefined ? [] : [sheet.table]), ...(sheet.moreTables ?? [])];
  return [
    '<!DOCTYPE html>',
    `<html lang="${sheet.language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex">',
    `<title>${escapeHtml(sheet.title)}</title>`,
    '<link rel="icon" href="data:,">',
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<main>',
    ...(sheet.warning === undefined ? [] : [paragraph(sheet.warning, 'warning')]),
    `<h1>${escapeHtml(sheet.title)}</h1>`,
    paragraph(sheet.facts, 'note'),
    ...sheet.sentences.map((text) => paragraph(text)),
    ...tables.flatMap((table, index) => [
      ...tableOf(table, index === 0 ? 'sections' : `table-${index + 1}`),
      ...table.notes.map((text) => paragraph(text, 'note')),
    ]),
    ...listOf(sheet.discuss),
    ...(sheet.more ?? []).flatMap(listOf),
    ...listOf(sheet.next),
    ...sheet.notes.map((text) => paragraph(text, 'note')),
    `<footer>${paragraph(sheet.foot, 'note')}</footer>`,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function paragraph(text: string, name = ''): string {
  return `<p${name === '' ? '' : ` class="${name}"`}>${escapeHtml(text)}</p>`;
}

function listOf({ heading, about = [], items }: SheetList): readonly string[] {
  return items.length === 0
    ? []
    : [
        `<h2>${escapeHtml(heading)}</h2>`,
        ...about.map((text) => paragraph(text)),
        `<ul>${items.map((text) => `<li>${escapeHtml(text)}</li>`).join('')}</ul>`,
      ];
}

function tableOf({ heading, columns, rows, rowHeader, picture }: SheetTable, id: string): readonly string[] {
  const numeric = (index: number) => (columns[index]?.isNumber === true ? ' class="n"' : '');
  const head = columns
    .map(({ header }, c) => `<th scope="col"${numeric(c)}>${escapeHtml(header)}</th>`)
    .join('');
  // With a column of works the section is the second.
  const named = rowHeader ?? (columns.length > 6 ? 1 : 0);
  const body = rows.map(
    (row) =>
      `<tr>${row
        .map((text, c) =>
          c === named
            ? `<th scope="row">${escapeHtml(text)}</th>`
            : `<td${numeric(c)}>${withDrawnSign(text)}</td>`,
        )
        .join('')}</tr>`,
  );
  const region = `<div class="region" role="region" tabindex="0" aria-labelledby="${id}"><table aria-labelledby="${id}"><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
  return [
    `<h2 id="${id}">${escapeHtml(heading)}</h2>`,
    picture === undefined
      ? region
      : `<div class="beside">${region}<figure>${picture.svg}<figcaption class="note">${escapeHtml(picture.legend)}</figcaption></figure></div>`,
  ];
}

/** A table that is wider than the page has a shade on the side where more is. */
const STYLE = `
:root{color-scheme:light dark;--line:color-mix(in srgb,currentColor 25%,transparent)}
*{box-sizing:border-box}
body{margin:0 auto;padding:1.5rem clamp(1rem,4vw,3rem);max-width:56rem;font:1rem/1.45 system-ui,"Segoe UI",Roboto,"PT Sans",Arial,sans-serif;font-variant-numeric:tabular-nums;hyphens:auto;overflow-wrap:break-word;background:Canvas;color:CanvasText}
h1{font-size:1.25rem;line-height:1.3;margin:0 0 .25rem;hyphens:manual}
h2{font-size:1rem;margin:1rem 0 .25rem}
p,li{max-width:80ch;margin:.25rem 0}
ul{margin:.25rem 0;padding-inline-start:1.25rem}
.note{font-size:.875rem}
.warning{border:2px solid;padding:.5rem .75rem;margin-bottom:1rem;font-weight:600}
.region{overflow:auto;background:linear-gradient(90deg,Canvas 30%,transparent) 0 0/2.5rem 100% no-repeat local,linear-gradient(270deg,Canvas 30%,transparent) 100% 0/2.5rem 100% no-repeat local,linear-gradient(90deg,var(--line),transparent) 0 0/.9rem 100% no-repeat,linear-gradient(270deg,var(--line),transparent) 100% 0/.9rem 100% no-repeat}
.region:focus-visible{outline:2px solid}
table{border-collapse:collapse;font-size:.9rem;width:100%;min-width:34rem}
th,td{text-align:start;vertical-align:top;padding:.25rem .75rem .25rem 0;border-bottom:1px solid var(--line)}
tbody th{font-weight:400}
.n{text-align:end;white-space:nowrap}
th.n{white-space:normal}
.beside{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:start}
.beside .region{flex:1 1 22rem;min-width:0}
.beside table{min-width:0}
figure{margin:0;flex:0 1 15rem}
.class{display:inline-flex;gap:.35em;align-items:baseline}
svg.sign{flex:none;width:1em;height:1em;translate:0 .12em;fill:currentColor}
svg.chart{display:block;width:100%;height:auto;overflow:visible}
svg text{fill:currentColor}
svg .grid{fill:none;stroke:currentColor;stroke-opacity:.2}
svg .tick{fill-opacity:.75}
svg .small{font-size:.86em}
svg .curve{fill:none;stroke:currentColor;stroke-width:1.5}
svg .dashed{stroke-dasharray:5 4}
svg .shape{fill:currentColor}
@media (forced-colors:active){svg text,svg .shape{fill:CanvasText}svg .curve{stroke:CanvasText}svg .grid{stroke:GrayText;stroke-opacity:1}}
@media print{figure{flex:0 0 46mm}.beside{flex-wrap:nowrap}@page{size:A4;margin:12mm 15mm}body{padding:0;max-width:none;font:9.5pt/1.25 "PT Serif","Times New Roman","Liberation Serif",serif;color:#000;background:#fff}p,li{max-width:none;margin:1.5pt 0}h1{font-size:12.5pt}h2{font-size:10pt;margin:6pt 0 1pt}.note{font-size:8.5pt}.region{overflow:visible}table{font-size:8.5pt;min-width:0}th,td{padding:1.5pt 6pt 1.5pt 0}tr{break-inside:avoid}}
`;
