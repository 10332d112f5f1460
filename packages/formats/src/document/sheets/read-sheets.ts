import type { ByteSource } from '../../byte-source.js';
import { csvRows } from '../../csv/read-csv.js';
import { openWorkbook } from '../../xlsx/open-workbook.js';
import { folderOf, partOfType, relationships, relationshipsPart } from '../../xml/relationships.js';
import { attribute, scanXml } from '../../xml/xml-scanner.js';
import type { ZipEntry } from '../../zip/zip-directory.js';
import { partText } from '../../zip/zip-part.js';
import { NO_ATTRIBUTES } from '../cell-draft.js';
import { ContentLimits } from '../content-limits.js';
import type { DocumentContent, DocumentTable } from '../document-content.js';
import { largePartText } from '../large-part-text.js';
import { RemarkLog } from '../remark-log.js';
import { cellFormats } from './cell-formats.js';
import { NO_LAYOUT, sheetLayout } from './sheet-layout.js';
import type { SheetContext } from './sheet-table.js';
import { sheetTable } from './sheet-table.js';

/** Reads a workbook of which the directory is known: each visible sheet a table. @throws {FileError} */
export async function readSheets(
  source: ByteSource,
  parts: ReadonlyMap<string, ZipEntry>,
): Promise<DocumentContent> {
  const limits = new ContentLimits();
  const remarks = new RemarkLog();
  const blocks: DocumentTable[] = [];
  const layouts = await SheetLayouts.open(source, parts);
  for (const [i, sheet] of (await openWorkbook(source)).entries()) {
    if (sheet.hidden) {
      remarks.add('hidden-sheets');
      continue;
    }
    const context = { ...(await layouts.of(i)), limits, remarks };
    const rows = await sheetTable(sheet, context);
    if (rows.length === 0) continue;
    remarks.add('hidden-rows', context.layout.hiddenRows);
    remarks.add('hidden-columns', context.layout.hiddenColumns);
    blocks.push({
      kind: 'table',
      index: blocks.length + 1,
      name: sheet.name,
      attributes: NO_ATTRIBUTES,
      rows,
    });
  }
  return { format: 'xlsx', blocks, remarks: remarks.remarks() };
}

/** Reads a text with columns. @throws {FileError} */
export async function readCsvDocument(source: ByteSource): Promise<DocumentContent> {
  const remarks = new RemarkLog();
  const rows = await sheetTable(csvRows(source), {
    layout: NO_LAYOUT,
    formats: [],
    addresses: new Map(),
    limits: new ContentLimits(),
    remarks,
  });
  const table: DocumentTable = { kind: 'table', index: 1, attributes: NO_ATTRIBUTES, rows };
  return { format: 'csv', blocks: rows.length === 0 ? [] : [table], remarks: remarks.remarks() };
}

type PartLayout = Pick<SheetContext, 'layout' | 'formats' | 'addresses'>;

/** Finds the parts of sheets; where they lie in unusual places there is no layout. */
class SheetLayouts {
  readonly #source: ByteSource;
  readonly #parts: ReadonlyMap<string, ZipEntry>;
  readonly #names: readonly string[];
  readonly #formats: PartLayout['formats'];

  private constructor(
    source: ByteSource,
    parts: ReadonlyMap<string, ZipEntry>,
    names: readonly string[],
    formats: PartLayout['formats'],
  ) {
    this.#source = source;
    this.#parts = parts;
    this.#names = names;
    this.#formats = formats;
  }

  static async open(source: ByteSource, parts: ReadonlyMap<string, ZipEntry>): Promise<SheetLayouts> {
    const text = async (name: string): Promise<string> => {
      const entry = parts.get(name.toLowerCase());
      return entry === undefined ? '' : partText(source, entry);
    };
    const related = relationships(await text('xl/_rels/workbook.xml.rels'), 'xl');
    const names: string[] = [];
    scanXml(await text('xl/workbook.xml'), {
      open(name, attributes) {
        if (name !== 'sheet') return;
        const target = related.get(attribute(attributes, 'id') ?? '')?.target;
        names.push(target ?? `xl/worksheets/sheet${names.length + 1}.xml`);
      },
    });
    return new SheetLayouts(
      source,
      parts,
      names,
      cellFormats(await text(partOfType(related, 'styles') ?? 'xl/styles.xml')),
    );
  }

  async of(index: number): Promise<PartLayout> {
    const name = this.#names[index] ?? '';
    const entry = this.#parts.get(name.toLowerCase());
    const addresses = new Map<string, string>();
    if (entry === undefined) return { layout: NO_LAYOUT, formats: this.#formats, addresses };
    const layout = sheetLayout(await largePartText(this.#source, entry));
    const related = this.#parts.get(relationshipsPart(name).toLowerCase());
    if (related !== undefined && layout.links.size > 0) {
      for (const [id, { target, external }] of relationships(
        await partText(this.#source, related),
        folderOf(name),
      )) {
        if (external) addresses.set(id, target);
      }
    }
    return { layout, formats: this.#formats, addresses };
  }
}
