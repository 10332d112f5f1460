/**
 * Elements that are left out with everything in them: former properties of tracked changes, text that is gone, reading
 * aids, and what holds no text of the document.
 */
export const PASSED_OVER: ReadonlySet<string> = new Set([
  'pPrChange',
  'rPrChange',
  'tblPrChange',
  'tblPrExChange',
  'tblGridChange',
  'trPrChange',
  'tcPrChange',
  'sectPrChange',
  'numberingChange',
  'delText',
  'delInstrText',
  'sectPr',
  'tblGrid',
  'rt',
  'sdtEndPr',
]);
