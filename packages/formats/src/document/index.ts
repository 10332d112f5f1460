export type {
  CellParagraph,
  DocumentBlock,
  DocumentCell,
  DocumentContent,
  DocumentLink,
  DocumentRemark,
  DocumentRow,
  DocumentTable,
  Paragraph,
  RemarkKind,
} from './document-content.js';
export { readDocument } from './read-document.js';
