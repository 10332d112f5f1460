import type { Language } from '@orientir/core/foundation';
import { writeZip } from '../../../zip/write-zip.js';
import { fontsPart, numberingPart, settingsPart, stylesPart } from './plan-styles.js';
import { escapeWord } from './wordprocessing.js';

export interface DocxParts {
  readonly language: Language;
  readonly title: string;
  /** Elements of `w:body`. */
  readonly body: string;
  /** Elements of the footer. */
  readonly footer: string;
  /** Parts with charts; the document refers to them by {@link chartRelation}. */
  readonly charts?: readonly string[];
}

/** Zips the parts of a document. Its properties name no person, its times are always the same. */
export function docxPackage({ language, title, body, footer, charts = [] }: DocxParts): Uint8Array {
  const parts: readonly (readonly [name: string, xml: string])[] = [
    ['[Content_Types].xml', contentTypes(charts.length)],
    ['_rels/.rels', ROOT_RELATIONS],
    ['docProps/core.xml', coreProperties(title, language)],
    [
      'word/document.xml',
      `<w:document xmlns:w="${WORD}" xmlns:r="${RELATION}"${charts.length === 0 ? '' : ` xmlns:wp="${WORD_DRAWING}"`}><w:body>${body}</w:body></w:document>`,
    ],
    ['word/_rels/document.xml.rels', documentRelations(charts.length)],
    ['word/styles.xml', stylesPart(language)],
    ['word/numbering.xml', numberingPart()],
    ['word/settings.xml', settingsPart(language)],
    ['word/fontTable.xml', fontsPart()],
    ['word/footer1.xml', `<w:ftr xmlns:w="${WORD}" xmlns:r="${RELATION}">${footer}</w:ftr>`],
    ...charts.map((chart, i) => [`word/charts/chart${i + 1}.xml`, chart] as const),
  ];
  const encoder = new TextEncoder();
  return writeZip(parts.map(([name, xml]) => ({ name, bytes: encoder.encode(`${HEADER}${xml}`) })));
}

/** Relationship of the footer. */
export const FOOTER = 'rIdFooter';

/** Relationship of the chart at a place of the list. */
export function chartRelation(place: number): string {
  return `rIdChart${place + 1}`;
}

const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
/** Namespace of references to relationships. */
export const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD_DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing';
export const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
export const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const PACKAGE_TYPE = 'application/vnd.openxmlformats-package';

const PART_TYPES: readonly (readonly [part: string, type: string])[] = [
  ['document', 'document.main'],
  ['styles', 'styles'],
  ['numbering', 'numbering'],
  ['settings', 'settings'],
  ['fontTable', 'fontTable'],
  ['footer1', 'footer'],
];
const ROOT_RELATIONS = `<Relationships xmlns="${PACKAGE_RELATIONS}"><Relationship Id="rId1" Type="${RELATION}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

function coreProperties(title: string, language: Language): string {
  return `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dcterms:created xsi:type="dcterms:W3CDTF">2020-01-01T00:00:00Z</dcterms:created><dc:language>${language === 'ru' ? 'ru-RU' : 'en-GB'}</dc:language><dcterms:modified xsi:type="dcterms:W3CDTF">2020-01-01T00:00:00Z</dcterms:modified><dc:title>${escapeWord(title)}</dc:title></cp:coreProperties>`;
}

function contentTypes(charts: number): string {
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="${PACKAGE_TYPE}.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${PART_TYPES.map(([part, type]) => `<Override PartName="/word/${part}.xml" ContentType="${TYPE}.${type}+xml"/>`).join('')}${counted(charts, (n) => `<Override PartName="/word/charts/chart${n}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>`)}<Override PartName="/docProps/core.xml" ContentType="${PACKAGE_TYPE}.core-properties+xml"/></Types>`;
}

function documentRelations(charts: number): string {
  return `<Relationships xmlns="${PACKAGE_RELATIONS}">${['styles', 'numbering', 'settings', 'fontTable'].map((part, i) => `<Relationship Id="rId${i + 1}" Type="${RELATION}/${part}" Target="${part}.xml"/>`).join('')}${counted(charts, (n) => `<Relationship Id="${chartRelation(n - 1)}" Type="${RELATION}/chart" Target="charts/chart${n}.xml"/>`)}<Relationship Id="${FOOTER}" Type="${RELATION}/footer" Target="footer1.xml"/></Relationships>`;
}

function counted(many: number, textOf: (n: number) => string): string {
  return Array.from({ length: many }, (_, i) => textOf(i + 1)).join('');
}
