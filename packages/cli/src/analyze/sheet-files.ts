import type { FullAnalysis } from '@orientir/core/analysis';
import type { Language } from '@orientir/core/foundation';
import type { OutputFile } from '../output-folder.js';

/** One page for each school, and for each subject in the whole input and in each municipality; as document and as page. */
export async function sheetFiles(
  analysis: FullAnalysis,
  language: Language,
  schoolNames: ReadonlyMap<string, string>,
): Promise<readonly OutputFile[]> {
  const { associationSheet, dynamicsCard, schoolSheet, sheetDocx, sheetHtml, sheetUnits } = await import(
    '@orientir/formats/sheets'
  );
  const { schools, municipalities, subjects } = sheetUnits(analysis);
  const options = { language, schoolNames };
  const sheets = [
    ...schools.map((school) => ({ folder: 'schools', sheet: schoolSheet(analysis, school, options) })),
    ...subjects.flatMap((subject) =>
      [undefined, ...municipalities].map((municipality) => ({
        folder: 'associations',
        sheet: associationSheet(
          analysis,
          subject,
          municipality === undefined ? options : { ...options, municipality },
        ),
      })),
    ),
    { folder: 'press', sheet: dynamicsCard(analysis, options) },
  ];
  return sheets.flatMap(({ folder, sheet }) =>
    sheet === undefined
      ? []
      : [
          { path: `sheets/${folder}/${sheet.name}.docx`, content: sheetDocx(sheet) },
          { path: `sheets/${folder}/${sheet.name}.html`, content: sheetHtml(sheet) },
        ],
  );
}
