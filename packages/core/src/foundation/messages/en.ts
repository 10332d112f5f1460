import type { IssueTexts, LockFault } from '../issue.js';
import { kindOfFormat } from './kind-of-format.js';
import { pluralEn } from './plural.js';

/** After a row: empty = the sheet, or the file, that is spoken of. */
const inside = (sheet: string, file: string) =>
  `${sheet === '' ? '' : ` of sheet "${sheet}"`}${file === '' ? '' : ` of ${file}`}`;

const pupils = (count: number) => `${count} ${pluralEn(count, 'pupil', 'pupils')}`;
const points = (value: number) => `${value} ${pluralEn(value, 'point', 'points')}`;

const percent = (share: number) => `${Math.round(share * 1000) / 10}%`;

/** What to do with a file that is not read. */
const passedOver = (format: string): string => {
  if (format === '')
    return 'The name of the file has no extension, and it was not read. If it holds results, add .xlsx or .csv to the name.';
  if (format === '.txt')
    return 'The text has no columns and was not read. If it holds results, save the table as .xlsx or .csv.';
  switch (kindOfFormat(format)) {
    case 'archive':
      return `The archive (${format}) was not read. Unpack it into the same folder.`;
    case 'document':
      return `The document (${format}) was not read: a table is needed. If it holds results, copy them into Excel and save them as .xlsx.`;
    case 'database':
      return `The database (${format}) was not read. If it holds results, export them as .xlsx or .csv.`;
    case 'other':
      return `The file (${format}) was not read. If it holds results, open it in the program that made it and save it as .xlsx.`;
  }
};

/** Sentences about defects in English. */
export const en: IssueTexts = {
  'file-empty': () => 'The file is empty. Export it again.',
  'file-no-access': ({ detail }) =>
    `The file does not open: ${detail}. Check that it is there, open to you and not in use by another program.`,
  'file-unreadable': ({ detail }) =>
    `The file could not be read: ${detail}. Open it in the program that made it and save it again: a table as .xlsx, a document as .docx.`,
  'file-old-format': ({ format }) =>
    SHEETS.test(format)
      ? `This is an old file format (${format}). Open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx).`
      : format === '.html'
        ? 'This is a web page, though the file is named a table. Open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx).'
        : format === '.docx'
          ? 'This is a Word document (.docx), but a table is needed. Copy it into Excel and save it as an Excel workbook (.xlsx).'
          : format === '.pdf'
            ? 'This is a .pdf: its tables cannot be read without loss. The Word document (.docx) or workbook (.xlsx) behind it is needed.'
            : `This is another file format (${format}). Open it in Word or LibreOffice and save it as a Word document (.docx).`,
  'file-encrypted': () => 'The file is protected by a password. Remove the password and save it again.',
  'file-not-recognised': () =>
    'The table was not recognised: no header row of any form or kind of results was found. Check that this is the right file.',
  'header-lacks-column': ({ lacks }) =>
    `This looks like a table of results, but its header has no ${LACKING[lacks]}. Add that and try again; a sample: orientir template responses.`,
  'file-not-supported-yet': ({ report }) =>
    `This is ${report === '' ? 'a report' : `the report "${report}"`}: it has totals only, no pupil rows. The file of individual results or the protocol is needed.`,
  'file-no-rows': () => 'The table has a header but not a single pupil.',
  'file-own-results': () => 'This is a result of this program and no data to be read; it was not counted.',
  'folder-own-results': ({ other }) =>
    `This folder holds results of an earlier run (summary.json and findings.json), so it is not read, but other things lie there too, such as "${other}". Move tables to be read into a folder of their own.`,
  'file-passed-over': ({ format }) => passedOver(format),
  'file-school-only': () =>
    'These are facts about pupils (the route sheet of one pupil, lists, or the form for them), for the school only: they are neither counted with others nor published. Take the file out of the folder.',
  'file-support-only': () =>
    'This is a plan of support for teachers or a letter from it, for those who arrange the support only: it is neither published nor counted with results. Take the file out of the folder.',
  'sidecar-invalid': ({ path, en: problem }) =>
    `The description of the assessment is wrong at "${path}": ${problem}.`,
  'sidecar-unused': () => 'The description fits no file with results and was not applied.',
  'rules-invalid': ({ path, en: problem }) => `The ruleset is wrong at "${path}": ${problem}.`,
  'rules-no-works': ({ rules }) =>
    `The ruleset "${rules}" looks at none of the works: check programme, subject and grade in procedures. It says nothing of any school.`,
  'tally-invalid': ({ path, problem }) => `The tally file is damaged at "${path}": ${problem}.`,
  'tally-version': ({ found, supported }) =>
    `The tally file has version ${found}; this program understands version ${supported}. Update the program.`,
  'tally-repeated': ({ other, pupils: same }) =>
    `The tally was not counted: its pupils are those of ${other} (the counts of ${pupils(same)} are the same). Keep one of the two.`,
  'tally-alike': ({ other, pupils: same }) =>
    `The counts of ${pupils(same)} are the same as in ${other}, but the pupils are too few to tell whether they are the same ones. They were counted; if they are the same, keep one of the two.`,
  'assessment-conflict': ({ assessment, field, one, other }) =>
    `The assessment "${assessment}" is described in two ways: ${field} = "${one}" and "${other}". Keep one description.`,
  'assessment-unclear': ({ found }) =>
    `It is not clear which assessment this is (${found}). Put an assessment.json beside the file or use --assessment.`,
  'assessment-not-described': ({ assessment }) =>
    `The maximum points of "${assessment}" are unknown, so no solve rates were computed. Put the test plan or an assessment.json beside the file.`,
  'school-unknown': () =>
    'The file names no school. Its results count only in the overall total; name the school with --school.',
  'max-contradicted': ({ items, pupils: above, of }) =>
    `Items ${items}: ${pupils(above)} of ${of} have more than the maximum. The plan seems to belong to another work; the maximum of these items is taken as unknown.`,
  'description-other-work': ({ assessment, found }) =>
    `The description of "${assessment}" was not applied: the file says that it is another work (${found}). If it is the same one, correct the description or the name of the file or the sheet.`,
  'item-without-column': ({ items }) =>
    `The file has no columns for these items of the description: ${items}. Figures of the work rest on the other items.`,
  'plan-not-applied': ({ columns, items }) =>
    `The test plan was not applied: ${columns} ${pluralEn(columns, 'column', 'columns')} of items, but ${items} ${pluralEn(items, 'item', 'items')} in the plan.`,
  'column-unknown': ({ header }) => `The column "${header}" is not known and was skipped.`,
  'column-no-item': ({ header }) =>
    `The column "${header}" does not look like an item and was skipped. If it is one, name it in the description of the work.`,
  'table-beside': ({ header }) =>
    `The column "${header}" stands in the header once more: there seems to be a second table beside this one. Only the left one was read; move the right one below it or to another sheet.`,
  'class-from-date': ({ found }) =>
    `The spreadsheet made a date of the class (${found}). Make its cells text and write it again.`,
  'row-of-totals': () => 'This is a row of totals, means or maxima, not a pupil. It was left out.',
  'absent-with-points': () =>
    'The variant says that the pupil was absent, but there are points. The work was counted; check the row.',
  'item-column-duplicate': ({ item }) =>
    `Item ${item} stands in the header twice; the first column was taken.`,
  'item-code-from-date': ({ found, item }) =>
    `A spreadsheet turned the item number into a date (${found}); it was read as ${item}.`,
  'sheet-not-recognised': () =>
    'No table that can be read was found on the sheet. It was passed over; the other sheets were read.',
  'sheet-hidden': () =>
    'A hidden sheet with results was skipped. If it is needed, unhide it and save the file.',
  'sheet-service': () =>
    'The sheet holds a table of results, but has the name of a service sheet, so it was skipped. If the results are needed, rename the sheet.',
  'choice-unknown': ({ item, found, options }) =>
    `Item ${item}: "${found}" is none of the options (${options}). The row was refused.`,
  'points-not-a-number': ({ item, found }) =>
    `Item ${item}: "${found}" is not a number of points. The row was refused.`,
  'points-negative': ({ item, found }) => `Item ${item}: negative points ${found}. The row was refused.`,
  'points-not-whole': ({ item, found }) =>
    `Item ${item}: ${found} is not a whole number of points. The row was refused.`,
  'points-above-max': ({ item, found, max }) =>
    `Item ${item}: ${points(found)} with a maximum of ${max}. The row was refused.`,
  'school-missing': () =>
    'The row names no school (where it is written once for several rows, repeat it in each). The row was refused.',
  'pupil-missing': () => 'The row has points but no pupil code. The row was refused.',
  'pupil-duplicate': ({ firstRow, firstSheet, firstFile }) =>
    `This pupil already stood in row ${firstRow}${inside(firstSheet, firstFile)}. The first row was kept.`,
  'total-differs': ({ total, sum }) =>
    `The total is ${total} but the items add up to ${sum}. The items were kept.`,
  'mark-differs': ({ mark, scale, total }) =>
    `The mark is ${mark}; by the scale ${points(total)} give ${scale}. The mark of the file was kept.`,
  'mark-invalid': ({ found }) =>
    `"${found}" is not a mark from 2 to 5. It was left out; the mark is that of the scale, if there is one.`,
  'journal-mark-invalid': ({ found }) =>
    `"${found}" is not a mark from 2 to 5. The journal mark was left out.`,
  'header-moved': () =>
    'A second table begins here, with its columns in another order. The rows below this header were refused: put it on another sheet or into another file.',
  'row-too-long': ({ cells, columns }) =>
    `The row has more cells than the header has columns (${cells} instead of ${columns}), so values may have moved. Put a value with a comma in quotes, or separate columns by semicolons. The row was refused.`,
  'row-undivided': () =>
    'The row is not divided into columns: its values are separated otherwise than those of the header. Separate them alike. The row was refused.',
  'row-cut-off': ({ cells, columns }) =>
    `The last row has fewer cells than all others (${cells} instead of ${columns}): the file may be cut off, and with it the last value. Check this row and whether any is missing below it.`,
  'more-of-the-same': ({ more, listed }) =>
    `The same again: the first ${listed === 1 ? 'is' : `${listed} are`} listed, ${more} more ${more === 1 ? 'is' : 'are'} not; the last one is here.`,
  'row-without-results': () =>
    'The pupil has neither points nor a note of absence and was counted as absent.',
  'exam-unclear': ({ found }) =>
    `It is not clear which exam this is (${found}). A line such as "01 - Русский язык 2025.05.30" is needed above the table. The rows of this table were refused.`,
  'mask-malformed': ({ found }) =>
    `The answers "${found}" cannot be read: they consist of + - and digits, long answers of 1(2). The row was refused.`,
  'mask-length': ({ found, expected }) =>
    `The row has ${found} answers, most pupils have ${expected} (short + long). The row was refused.`,
  'mask-max-differs': ({ item, found, max }) =>
    `Item ${item}: a maximum of ${found}, while most pupils have ${max}. The row was refused.`,
  'long-answers-missing': ({ total, sum }) =>
    `The row has no long answers, but its primary score ${total} is above the points of the short ones (${sum}). The points of the long answers are taken as unknown.`,
  'max-from-totals': ({ item, max, pupils: many }) =>
    `Item ${item}: the protocol prints no maximum; by the primary scores of ${pupils(many)} it is ${max}. If it is not, put a test plan or an assessment.json beside it.`,
  'full-points-unknown': ({ item, pupils: many }) =>
    `Item ${item}: ${pupils(many)} have "+", and the maximum is unknown because points above 1 occur. These answers do not count; put the test plan or an assessment.json beside the file.`,
  'result-replaced': ({ by, row, inSheet, inFile }) =>
    `This result was replaced by the ${by === 'appeal' ? 'appeal' : 'retake'} in row ${row}${inside(inSheet, inFile)}. The new one counts.`,
  'appeal-without-items': ({ row, inSheet, inFile }) =>
    `The appeal changed the primary score and the mark of the result in row ${row}${inside(inSheet, inFile)}. The list has no points of items; they stay as they were.`,
  'appeal-unmatched': ({ fitting }) =>
    fitting === 0
      ? 'The result that this appeal is about was not found. Put the protocol of the exam beside it. The row was refused.'
      : `This appeal fits ${fitting} results, and it is not clear which is meant. The row was refused.`,
  'test-score-invalid': ({ found }) => `"${found}" is not a test score from 0 to 100. It does not count.`,
  'test-score-differs': ({ total, found, usual }) =>
    `The test score for the primary score ${total} is ${found} here, but ${usual} is known to be given for it. ${usual} counts.`,
  'test-score-unclear': ({ total, found, otherTotal, other }) =>
    `The test score for the primary score ${total} is ${found} here, but another row has ${other} for ${total === otherTotal ? 'it' : `the primary score ${otherTotal}`}. Which one is right is not known, so the primary score ${total} is not converted: put the pair into testScores of the description.`,
  'percent-invalid': ({ found }) => `"${found}" is neither a percentage nor a number. The row was refused.`,
  'percents-impossible': ({ pupils: many }) =>
    `No whole numbers of ${pupils(many)} give these percentages. They are kept as the report states them.`,
  'report-row-unclear': ({ found }) =>
    `It is not clear which group of participants the row "${found}" is about, or how many they are. The row was refused.`,
  'plan-row-unclear': ({ found }) =>
    `Item "${found}" of the plan has no maximum of points. The row was refused.`,
  'code-not-in-codifier': ({ item, code }) => `Item ${item}: the codifier does not have the code ${code}.`,
  'scale-other-work': ({ assessment, border, max }) =>
    `A scale with the border ${border} does not belong to "${assessment}", whose maximum is ${max}. It was not applied; check its year.`,
  'grouping-missing': ({ header }) =>
    `No table has a column "${header}" that pupils can be compared by (names, classes, marks and items cannot). They are not compared by it.`,
  'grouping-many-values': ({ header, values }) =>
    `Column "${header}" has more than ${values} different values: the other pupils are not compared by it.`,
  'school-name-twice': ({ school, one, other }) =>
    `"${school}" stands here ("${other}") and earlier ("${one}"). They count as two schools. If it is one, name the municipality alike or add a list of schools.`,
  'municipality-candidate': ({ one, other }) =>
    `"${one}" and "${other}" may be one municipality, but count as two. If it is one, give it one name or add a list of schools.`,
  'school-in-two-places': ({ school, one, other }) =>
    `School "${school}" stands in "${other}" here and in "${one}" earlier. Within one assessment it then belongs to neither. Name the place alike or add a list of schools.`,
  'school-not-listed': ({ school }) =>
    `School "${school}" is not in the list of schools; its municipality is unknown.`,
  'school-alias-conflict': ({ alias, one, other }) => {
    if (one === other) return `School "${other}" already stands in the list. This row was refused.`;
    return alias === other
      ? `"${alias}" already stands in the list, for school ${one}. This row was refused.`
      : `The alias "${alias}" is listed for two schools, ${one} and ${other}. The first was kept.`;
  },
  'school-candidate': ({ one, other }) =>
    `"${one}" and "${other}" may be the same school. If they are, add the second name to the column aliases.`,
  'school-letters': ({ school, known, letter, at, alphabet }) =>
    `There is no school "${school}", but there is "${known}": character ${at}, "${letter}", is a ${alphabet === 'ru' ? 'Cyrillic letter instead of a Latin' : 'Latin letter instead of a Cyrillic'} one. Copy the id or name from the list of schools. The row was refused.`,
  'school-zeros': ({ school, known }) =>
    `There is no school "${school}", but there is "${known}": the spreadsheet seems to have dropped the zeros in front. Make the column a text and write the whole id. The row was refused.`,
  'school-several': ({ school, schools }) =>
    `"${school}" is several schools: ${schools}. Write the id of the one that is meant. The row was refused.`,
  'passport-unused': () =>
    'These are social passports of schools. To use them, name the file with --passport.',
  'passport-school-unknown': ({ school }) =>
    `School "${school}" is neither in the results nor in the list of schools. The row was refused.`,
  'passport-duplicate': ({ school, firstRow, firstSheet, firstFile }) =>
    `The passport of school "${school}" already stands in row ${firstRow}${inside(firstSheet, firstFile)}. This row was refused.`,
  'passport-share-invalid': ({ column, found }) =>
    `Column "${column}": "${found}" is no share. Write a share from 0 to 1 (0.45) or percent with the sign (45%). The row was refused.`,
  'passport-count-invalid': ({ column, found }) =>
    `Column "${column}": "${found}" is no number. Write a whole number. The row was refused.`,
  'passport-pupils-missing': ({ column }) =>
    `Column "${column}" has a number of pupils, but how many there are in all is not said (column "pupils"). The row was refused.`,
  'passport-contradiction': ({ column, part, pupils }) =>
    `Column "${column}": ${part} is more than the pupils of the school (${pupils}). The row was refused.`,
  'passport-pupils-differ': ({ pupils: all, other, otherRow, otherSheet, otherFile }) =>
    `The school has ${pupils(all)} here and ${other} in row ${otherRow}${inside(otherSheet, otherFile)}. The row was kept; check which number is right.`,
  'passport-differs': ({ column, share, byCount }) =>
    `Column "${column}": the share is ${percent(share)}, but by the number of pupils it is ${percent(byCount)}. The row was refused: keep one of the two.`,
  'pupils-class-missing': () => 'The class is not named. The row was refused.',
  'pupils-code-missing': () => 'There is no pupil code. The row was refused.',
  'pupils-name': () =>
    'This looks like a name, and the program reads no names. Write the code of the pupil (70012). The row was refused.',
  'pupils-document': () =>
    'This looks like the number of a document, and the program reads no such numbers. Write the code of the pupil (70012). The row was refused.',
  'pupils-count-invalid': ({ column, found }) =>
    `Column "${column}": "${found}" is no number of lessons. Write a whole number; empty = not known. The row was refused.`,
  'pupils-missed-above': ({ missed, lessons }) =>
    `Lessons missed: ${missed}, lessons in all: ${lessons}. The row was refused.`,
  'pupils-lessons-incomplete': ({ column }) =>
    `Column "${column}" is empty, so nothing is known about the lessons this pupil missed. The rest was kept.`,
  'pupils-subjects-unclear': ({ column, found }) =>
    `Column "${column}": "${found}" names no subjects. Name them, joined by |, or write "no"; empty = not known. The row was refused.`,
  'pupils-word-unknown': ({ column, found }) =>
    `Column "${column}": "${found}" is not understood. Write "yes" or "no"; empty = not known. The row was refused.`,
  'profile-unused': () => 'This is a form about schools. Another command reads it: orientir profile.',
  'form-sheet-unread': ({ read }) =>
    `This sheet holds a form too, but with other columns than the sheet "${read}", which was read. Save this sheet as a file of its own and add it to the others.`,
  'form-sheet-hidden': () =>
    'This sheet is hidden, and the form on it was not read. If it is needed, show the sheet (right mouse button on the tab of any sheet, "Unhide") and run again.',
  'form-empty': () => 'The form is empty: nothing is filled in under the headers.',
  'profile-school-unknown': ({ school }) =>
    `Neither the results nor the list of schools know the school "${school}". The row is refused.`,
  'profile-duplicate': ({ columns, firstRow, firstSheet, firstFile }) =>
    `There is such a row already (${columns}): row ${firstRow}${inside(firstSheet, firstFile)}. This one is refused.`,
  'profile-empty': ({ column }) =>
    `The column "${column}" is empty, and without it the row means nothing. It is refused.`,
  'profile-word-unknown': ({ column, found, allowed }) =>
    `Column "${column}": "${found}" is not understood. Allowed: ${allowed}. The row is refused.`,
  'profile-ruleset-unknown': ({ column, found, known }) =>
    `Column "${column}": risk.csv has no ruleset "${found}"; it has ${known}. The row counts, but whether the exit rule is fulfilled cannot be told.`,
  'profile-share-invalid': ({ column, found }) =>
    `Column "${column}": "${found}" is no share. Write a share from 0 to 1 (0.45) or percent with the sign (45%). The row is refused.`,
  'profile-count-invalid': ({ column, found }) =>
    `Column "${column}": "${found}" is no whole number. Empty = not known. The row is refused.`,
  'profile-part-above': ({ column, part, of, whole }) =>
    `Column "${column}": ${part} is more than the column "${of}" has (${whole}). The row is refused.`,
  'profile-incomplete': ({ column }) =>
    `The column "${column}" is empty, and without it the numbers beside it do not count; if it is zero, write 0. The rest of the row counts.`,
  'share-unsure': ({ column, found, share }) =>
    `Column "${column}": "${found}" was understood as ${percent(share)}. If ${found}% was meant, add the sign. The row counts; check it.`,
  'profile-says-nothing': ({ column, found }) =>
    `Column "${column}": "${found}" says nothing; where there is nothing to say, no row is written. The row is refused.`,
  'profile-lessons-few': ({ column, lessons, pupils }) =>
    `Column "${column}": ${lessons} lessons are fewer than the pupils (${pupils}). Lessons of all pupils together are needed here, not of one. The row counts; check it.`,
  'profile-measured-alone': ({ column }) =>
    `Column "${column}" is empty: without the number of pupils it cannot be told whether the planned share is reached. The rest of the row counts.`,
  'profile-year-invalid': ({ column, found }) =>
    `Column "${column}": "${found}" is no school year. Write two years in a row: 2025/2026. The row is refused.`,
  'profile-date-invalid': ({ column, found }) =>
    `Column "${column}": "${found}" is no date. Write 2025-09-30 or 30.09.2025. The row is refused.`,
  'profile-too-early': ({ date, before, beforeDate }) =>
    `The date ${date} is earlier than that of "${before}" (${beforeDate}), and this comes later. The row is refused.`,
  'profile-stage-closed': ({ stage, before }) =>
    `The stage "${stage}" is not open yet: first "${before}". The stage does not count.`,
  'profile-directions-unclear': ({ column, found, last, ids }) =>
    `Column "${column}": "${found}" is not understood. Write the numbers of directions, 1 to ${last}, joined by |, commas or spaces (1|4|5), or their codes: ${ids}. The row is refused.`,
  'profile-directions-count': ({ chosen, choose }) =>
    `Different directions chosen: ${chosen}, needed: ${choose}. The choice counts as incomplete.`,
  'profile-checkpoint-skipped': ({ before }) =>
    `A value was measured, but none at "${before}". The row counts; check whether a checkpoint was skipped.`,
  'profile-year-future': ({ schoolYear }) =>
    `School year ${schoolYear} has not begun yet. The row is kept; check the year.`,
  'profile-date-future': ({ date }) =>
    `The date ${date} has not come yet, but the row tells of something that was. The row is kept; check the date.`,
  'profile-year-order': ({ schoolYear, later, laterRow }) =>
    `School year ${schoolYear} stands after ${later} (row ${laterRow}). The row is kept; check whether the years are mixed up.`,
  'profile-period-above': ({ column, part, whole, period, row, inSheet, inFile }) =>
    `Column "${column}": ${part} is more than in "${period}", which it is a part of (${whole}, row ${row}${inside(inSheet, inFile)}). Both rows are kept; check them.`,
  'support-unused': ({ command }) =>
    `This is a table about support for teachers. Another command reads it: orientir ${command}.`,
  'support-missing': ({ column }) => `Column "${column}" is empty, but it is needed. The row was refused.`,
  'support-duplicate': ({ columns, firstRow, firstSheet, firstFile }) =>
    `There is such a row already (${columns}): row ${firstRow}${inside(firstSheet, firstFile)}. This one was refused.`,
  'support-unknown': ({ column, id }) =>
    `Column "${column}": no accepted row has "${id}". Check the id. The row was refused.`,
  'support-number-invalid': ({ column, found }) =>
    `Column "${column}": "${found}" is not possible. Write a number from zero, such as 8 or 1.5. The row was refused.`,
  'practice-effect-invalid': ({ column, found }) =>
    `Column "${column}": "${found}" is not possible. Write the effect in standard deviations, a number from −5 to 5, such as 0.2; several joined by |. The row was refused.`,
  'practice-error-invalid': ({ column, found }) =>
    `Column "${column}": "${found}" is not possible. Write the standard error, a number above zero and up to 5, such as 0.1; several joined by |. The row was refused.`,
  'practice-evidence-uneven': ({ effects, errors }) =>
    `Measured effects: ${effects}, standard errors: ${errors}. Each measurement needs an error of its own, in the same order, joined by |. The row was refused.`,
  'support-count-invalid': ({ column, found }) =>
    `Column "${column}": "${found}" is not possible. Write a whole number from zero. The row was refused.`,
  'support-degree-invalid': ({ column, found }) =>
    `Column "${column}": "${found}" is not possible. Write a digit: 1 (a little), 2 (medium) or 3 (much). The row was refused.`,
  'support-word-unknown': ({ column, found }) =>
    `Column "${column}": "${found}" is not understood. Write "yes" or "no"; empty = no. The row was refused.`,
  'support-date-invalid': ({ column, found }) =>
    `Column "${column}": "${found}" is no date. Write 30.09.2026 or 2026-09-30. The row was refused.`,
  'support-places-none': ({ offer }) =>
    `The offer "${offer}" has no places: nobody is offered it until it has some.`,
  'support-group-above': ({ minGroup, places }) =>
    `The least group (${minGroup}) is above the number of places (${places}): such a group cannot come together. The row was refused.`,
  'support-lock-refused': ({ teacher, offer, why }) =>
    `Teacher "${teacher}" cannot be settled in offer "${offer}": ${LOCK_FAULTS[why]}. The row was refused.`,
  'support-lock-ignored': ({ offer, why }) =>
    `The settled offer "${offer}" does not hold: ${LOCK_FAULTS[why]}. The rest of the row counts.`,
  'support-no-candidate': ({ teacher }) => `No offer suits teacher "${teacher}". Why: see private/unmet.csv.`,
  'support-needs-many': ({ most }) =>
    `A teacher has more than ${most} topics. This one does not count: the most severe ones are kept.`,
  'support-earlier-gone': ({ teacher, offer }) =>
    `The pair of "${teacher}" and "${offer}" in the earlier plan is not possible any more: the teacher, the offer, the topic or the time is gone.`,
  'support-declared-first': ({ topic, declared, supposed }) =>
    `The topic "${topic}" stands in this row (severity ${declared}) and in results (severity ${supposed}). This row counts: what the teacher or a diagnostic named goes before results.`,
  'support-results-newer': ({ topic }) =>
    `The topic "${topic}" of this row comes from earlier results. It was computed anew; the new results count, the row does not.`,
  'support-results-unknown': ({ teacher }) =>
    `Results name the teacher "${teacher}", whom the table of teachers does not have. Nothing is offered to them. Add a row or check the code.`,
  'bank-person-unknown': ({ person }) =>
    `"${person}" is not in the table of people: school, subjects and grades are not known. The entry was kept, but no filter by them will find it.`,
  'staffing-bounds-swapped': ({ low, high }) =>
    `The lower bound "${low}" is above the upper bound "${high}". Exchange them. The row was refused.`,
  'staffing-reach-above': ({ reach, younger, teachers, past }) =>
    `Within three years ${reach} are to reach the age, but ${younger} are younger now ("${teachers}" without "${past}"). Check the numbers. The row was refused.`,
  'cell-error': ({ found }) => `The cell holds the spreadsheet error ${found}. The row was refused.`,
  'formula-without-value': () =>
    'The cell holds a formula without a stored value. Open the file in a spreadsheet program, save it and read it again. The row was refused.',
};

const SHEETS = /^\.(?:xls|xlsb|ods|xml \(Excel\))/;

const LACKING = {
  pupil: 'column "pupil"',
  unit: 'column "school" or "class"',
  both: 'columns "school" or "class" and "pupil"',
};

const LOCK_FAULTS: Readonly<Record<LockFault, string>> = {
  unknown: 'no accepted row has such a teacher or offer',
  twice: 'the pair is settled already',
  limit: 'the teacher has as many offers already as the teacher takes',
  slot: 'the teacher is settled elsewhere at that time',
  hours: 'the hours of the teacher do not suffice',
  places: 'no places are left',
  group: 'the least group cannot come together: too few teachers can take the offer',
};
