/** Format of a file that is no table and no page of its own, by how its text begins; absent for others. */
export function otherFormatOf(start: string): string | undefined {
  return OTHER_FORMATS.find(([pattern]) => pattern.test(start))?.[1];
}

/** Whether a text begins as a page does, or as the table of a page. */
export function isPage(start: string): boolean {
  return PAGE.test(start);
}

const PAGE = /^(?:<\?xml[^>]*\?>\s*)?<(?:!doctype\s+html|(?:html|head|body|table|meta|style)[\s>])/i;
const OTHER_FORMATS: readonly (readonly [pattern: RegExp, format: string])[] = [
  [/^%PDF-/, '.pdf'],
  [/^\{\\rtf/, '.rtf'],
  [/^MIME-Version:/i, '.mht'],
  [/^(?:<\?xml[^>]*\?>\s*)?(?:<\?mso-application progid="Word|<pkg:package|<w:wordDocument)/, '.xml (Word)'],
  [/^(?:<\?xml[^>]*\?>\s*)?(?:<\?mso-application progid="Excel|<(?:ss:)?Workbook\b)/, '.xml (Excel)'],
  [/^(?:<\?xml[^>]*\?>\s*)?<office:document/, '.fodt'],
];
