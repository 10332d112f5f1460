import type { ByteSource } from '../../byte-source.js';
import { unreadable } from '../../file-error.js';
import { DETAILS } from '../../unreadable-detail.js';
import { folderOf, partOfType, relationships, relationshipsPart } from '../../xml/relationships.js';
import { scanXml } from '../../xml/xml-scanner.js';
import type { ZipEntry } from '../../zip/zip-directory.js';
import { partText } from '../../zip/zip-part.js';
import { blocksOf } from '../content.js';
import { ContentLimits } from '../content-limits.js';
import type { DocumentContent } from '../document-content.js';
import { largePartText } from '../large-part-text.js';
import { RemarkLog } from '../remark-log.js';
import { AutomaticNumbers } from './automatic-numbers.js';
import { BodyScanner } from './body-scanner.js';
import { numberingDefinitions } from './numbering-definitions.js';
import { Styles } from './styles.js';

/** Reads a .docx file of which the directory is known. @throws {FileError} */
export async function readDocx(
  source: ByteSource,
  parts: ReadonlyMap<string, ZipEntry>,
): Promise<DocumentContent> {
  const text = async (name: string): Promise<string> => {
    const entry = parts.get(name.toLowerCase());
    return entry === undefined ? '' : partText(source, entry);
  };
  const root = relationships(await text('_rels/.rels'), '');
  const main = partOfType(root, 'officeDocument') ?? MAIN_PART;
  const entry = parts.get(main.toLowerCase()) ?? parts.get(MAIN_PART);
  if (entry === undefined) throw unreadable(DETAILS.partMissing(main));
  const related = relationships(await text(relationshipsPart(entry.name)), folderOf(entry.name));
  const partOf = (type: string): Promise<string> => text(partOfType(related, type) ?? '');
  const styles = new Styles(await partOf('styles'));
  const definitions = numberingDefinitions(
    await partOf('numbering'),
    (style) => styles.style(style).numberId,
  );
  const remarks = new RemarkLog();
  const scanner = new BodyScanner({
    styles,
    numbers: new AutomaticNumbers(definitions),
    relationships: related,
    limits: new ContentLimits(),
    remarks,
  });
  scanXml(await largePartText(source, entry), scanner);
  scanner.end();
  return { format: 'docx', blocks: blocksOf(scanner.content, remarks), remarks: remarks.remarks() };
}

const MAIN_PART = 'word/document.xml';
