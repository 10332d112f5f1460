/**
 * Styles, numbering and settings of a written plan.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import type { TableSize } from './table-size.js';
import { TABLE_SIZES } from './table-size.js';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

const FONT =
  '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>';
const size = (points: number) => `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`;

/** `word/styles.xml` */
export function stylesPart(language: Language): string {
  const lang = language === 'ru' ? 'ru-RU' : 'en-GB';
  const styles = [
    style('Normal', 'Normal', '', '', ' w:default="1"'),
    style(
      'PlanTitle',
      'Plan Title',
      '<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/><w:jc w:val="center"/>',
      '<w:b/><w:bCs/>',
    ),
    style('PlanText', 'Plan Text', '<w:spacing w:before="60" w:after="60"/><w:jc w:val="both"/>', ''),
    style(
      'PlanSubhead',
      'Plan Subhead',
      '<w:keepNext/><w:spacing w:before="120" w:after="40"/>',
      '<w:b/><w:bCs/>',
    ),
    style('PlanList', 'Plan List', '<w:spacing w:after="20"/>', ''),
    style('PlanStamp', 'Plan Stamp', '<w:keepLines/><w:suppressAutoHyphens/>', ''),
    style('PlanStampHead', 'Plan Stamp Head', '<w:keepNext/><w:suppressAutoHyphens/>', ''),
    style('PlanHeader', 'Plan Header', '<w:keepNext/><w:jc w:val="center"/>', '<w:b/><w:bCs/>'),
    style('PlanCell', 'Plan Cell', '', ''),
    style('PlanNumber', 'Plan Number', '<w:suppressAutoHyphens/><w:jc w:val="center"/>', ''),
    style(
      'PlanSection',
      'Plan Section',
      '<w:keepNext/><w:suppressAutoHyphens/><w:spacing w:before="40" w:after="40"/><w:jc w:val="center"/>',
      '<w:b/><w:bCs/>',
    ),
    style('PlanEnd', 'Plan End', '<w:spacing w:line="20" w:lineRule="exact"/>', size(1)),
    style('PlanFooter', 'Plan Footer', '<w:jc w:val="right"/>', size(10)),
    ...TABLE_SIZES.map(table),
  ];
  return `<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr>${FONT}${size(12)}<w:lang w:val="${lang}" w:eastAsia="${lang}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>${styles.join('')}</w:styles>`;
}

function style(
  id: string,
  name: string,
  paragraph: string,
  text: string,
  more = ' w:customStyle="1"',
): string {
  const based = id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>';
  return `<w:style w:type="paragraph"${more} w:styleId="${id}"><w:name w:val="${name}"/>${based}<w:qFormat/>${paragraph === '' ? '' : `<w:pPr>${paragraph}</w:pPr>`}${text === '' ? '' : `<w:rPr>${text}</w:rPr>`}</w:style>`;
}

function table({ style: id, points, padding }: TableSize): string {
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
    .join('');
  return `<w:style w:type="table" w:customStyle="1" w:styleId="${id}"><w:name w:val="Plan Table ${points}"/><w:rPr>${size(points)}</w:rPr><w:tblPr><w:tblBorders>${borders}</w:tblBorders><w:tblCellMar><w:top w:w="20" w:type="dxa"/><w:left w:w="${padding / 2}" w:type="dxa"/><w:bottom w:w="20" w:type="dxa"/><w:right w:w="${padding / 2}" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`;
}

/** Numbers of the lists: `1.`, and `1.1.` for the tasks of goals. */
export const LISTS = { problems: 1, goals: 2, decisions: 3, resources: 4 } as const;

/** `word/numbering.xml` */
export function numberingPart(): string {
  const level = (index: number, text: string, left: number, hanging: number) =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${left}" w:hanging="${hanging}"/></w:pPr></w:lvl>`;
  const list = (id: number) =>
    `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${level(0, '%1.', 454, 454)}${level(1, '%1.%2.', 1021, 567)}</w:abstractNum>`;
  const lists = Object.values(LISTS);
  return `<w:numbering ${W}>${lists.map(list).join('')}${lists.map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`).join('')}</w:numbering>`;
}

/** `word/settings.xml` */
export function settingsPart(language: Language): string {
  const separators =
    language === 'ru'
      ? '<w:themeFontLang w:val="ru-RU"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
      : '<w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>';
  return `<w:settings ${W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/><w:autoHyphenation/><w:consecutiveHyphenLimit w:val="3"/><w:hyphenationZone w:val="284"/><w:doNotHyphenateCaps/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>${separators}</w:settings>`;
}

/** `word/fontTable.xml`: what stands in for the font where it is missing has the same widths. */
export function fontsPart(): string {
  return `<w:fonts ${W}><w:font w:name="Times New Roman"><w:altName w:val="Liberation Serif"/><w:panose1 w:val="02020603050405020304"/><w:charset w:val="CC"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>`;
}
