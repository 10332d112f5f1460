/**
 * A radar chart that the word processor draws itself (DrawingML, ECMA-376, part 1, 21.2): sharp on paper, with the colours of print.
 *
 * @module
 */
import { CHART, DRAWING, RELATION } from '../plans/writing/docx/docx-package.js';
import { escapeWord } from '../plans/writing/docx/wordprocessing.js';
import type { RadarShares } from './sheet-model.js';

/** The part of a document with the chart; names of the series are for those who ask what a line is. */
export function radarChartPart(
  { axes, school, others, rim }: RadarShares,
  [own, mean]: readonly [own: string, mean: string],
): string {
  const categories = `<c:cat><c:strLit>${points(axes.map((_, i) => String(i + 1)))}</c:strLit></c:cat>`;
  const series = (
    index: number,
    name: string,
    shares: readonly (number | undefined)[],
    { dash, symbol }: { readonly dash: string; readonly symbol: string },
  ) =>
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escapeWord(name)}</c:v></c:tx><c:spPr><a:ln w="15875">${BLACK}<a:prstDash val="${dash}"/></a:ln></c:spPr><c:marker><c:symbol val="${symbol}"/><c:size val="4"/><c:spPr>${BLACK}<a:ln>${BLACK}</a:ln></c:spPr></c:marker>${categories}<c:val><c:numLit><c:formatCode>0%</c:formatCode>${points(shares)}</c:numLit></c:val></c:ser>`;
  const grid = `<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="A6A6A6"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>`;
  const ticks = (labels: 'nextTo' | 'none') =>
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="${labels}"/><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="A6A6A6"/></a:solidFill></a:ln></c:spPr>`;
  return [
    `<c:chartSpace xmlns:c="${CHART}" xmlns:a="${DRAWING}" xmlns:r="${RELATION}"><c:roundedCorners val="0"/>`,
    `<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>${INNER}`,
    `<c:radarChart><c:radarStyle val="marker"/><c:varyColors val="0"/>`,
    series(0, own, school, { dash: 'solid', symbol: 'circle' }),
    series(1, mean, others, { dash: 'sysDash', symbol: 'diamond' }),
    `<c:axId val="1"/><c:axId val="2"/></c:radarChart>`,
    `<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>${grid}${ticks('nextTo')}<c:crossAx val="2"/><c:crosses val="autoZero"/></c:catAx>`,
    `<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:max val="${rim}"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>${grid}<c:numFmt formatCode="0%" sourceLinked="0"/>${ticks('none')}<c:crossAx val="1"/><c:crosses val="autoZero"/><c:crossBetween val="between"/><c:majorUnit val="${rim / 4}"/></c:valAx>`,
    `</c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>`,
    `<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="800"/></a:pPr><a:endParaRPr/></a:p></c:txPr></c:chartSpace>`,
  ].join('');
}

/** A paragraph with the chart in it. */
export function radarChartParagraph(relation: string, description: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="Normal"/><w:keepNext/><w:spacing w:before="60" w:after="0"/><w:jc w:val="center"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${SIZE.width}" cy="${SIZE.height}"/><wp:docPr id="1" name="${relation}" descr="${escapeWord(description)}"/><wp:cNvGraphicFramePr/><a:graphic xmlns:a="${DRAWING}"><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" r:id="${relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
}

/** Gaps where nothing is known. */
function points(values: readonly (string | number | undefined)[]): string {
  const known = values.map((value, i) =>
    value === undefined ? '' : `<c:pt idx="${i}"><c:v>${value}</c:v></c:pt>`,
  );
  return `<c:ptCount val="${values.length}"/>${known.join('')}`;
}

const BLACK = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>';
/** The rim all but reaches the edges: outside stand the numbers of the axes. */
const INNER =
  '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0.12"/><c:y val="0.12"/><c:w val="0.76"/><c:h val="0.76"/></c:manualLayout></c:layout>';
/** In 360,000ths of a centimetre: 4.5 × 4.5 cm. */
const SIZE = { width: 1_620_000, height: 1_620_000 };
