import { blocksOf } from '../content.js';
import { ContentLimits } from '../content-limits.js';
import type { DocumentContent } from '../document-content.js';
import { RemarkLog } from '../remark-log.js';
import { htmlText } from './html-encoding.js';
import { contentOf } from './html-flow.js';
import { parseHtml } from './html-tree.js';

/** Reads a page, or a piece of one. @throws {FileError} */
export function readHtml(bytes: Uint8Array): DocumentContent {
  const remarks = new RemarkLog();
  const content = contentOf(parseHtml(htmlText(bytes)), { limits: new ContentLimits(), remarks });
  return { format: 'html', blocks: blocksOf(content, remarks), remarks: remarks.remarks() };
}
