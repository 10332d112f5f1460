import type { PlanIssueTexts } from '../plan-issue.js';

/** Sentences about defects in documents of plans, in English. */
export const en: PlanIssueTexts = {
  'no-plan-found': () =>
    'No plan was found: neither a table with columns for measures and deadlines, nor a list of instructions. Check that this is the right file.',
  'title-missing': () => 'The plan has no title. Write one above the table.',
  'school-year-unknown': () => 'The school year of the plan is not known. Write it in the title.',
  'school-year-assumed': ({ schoolYear, text }) =>
    `The school year ${schoolYear} was taken from the text: "${text}". Write the year in the title if it is another.`,
  'school-year-differs': ({ given, found }) =>
    `The document says school year ${found}, but ${given} was given. Deadlines were read for ${given}.`,
  'table-left-out': ({ rows }) =>
    `The table does not look like a plan and was left out (rows: ${rows}). If it is one, name its columns.`,
  'list-beside-table': ({ items }) =>
    `Measures come from the table; the list of instructions beside it was read as tasks (items: ${items}). If they are measures, put them into the table.`,
  'column-unknown': ({ header }) =>
    `The column "${header}" was not recognised; its text is kept without a meaning.`,
  'columns-joined': ({ headers }) => `The columns ${headers} mean the same; their texts were joined.`,
  'column-two-meanings': ({ header }) => `The column "${header}" mixes two things. Make two columns of it.`,
  'more-of-the-same': ({ more, listed }) =>
    `The first ${listed} of these remarks are listed, ${more} more are not; the last one is here.`,
  'row-empty': ({ number }) =>
    `The row${number === '' ? '' : ` ${number}`} holds only a number. Fill it in or delete it.`,
  'measure-text-missing': () => 'The row has no measure. Write what is to be done, or delete the row.',
  'row-joined': ({ text }) =>
    `A row without number was joined to the measure before it: "${text}". Give it a number if it is a measure of its own.`,
  'cell-split': ({ count }) => `One cell held numbered measures; they were taken apart (${count}).`,
  'number-missing': () => 'The measure has no number.',
  'number-duplicate': ({ number }) => `The number ${number} occurs twice in this section.`,
  'number-gap': ({ before, number }) => `${before} is followed by ${number}: a number is missing.`,
  'number-from-date': ({ found, number }) =>
    `The spreadsheet made a date of the number (${found}); it was read as ${number}.`,
  'id-duplicate': ({ id }) => `The id "${id}" stands at two rows; the second got a new one.`,
  'section-unknown': ({ id }) =>
    `The table has no section "${id}"; the measure stays in the last section above it.`,
  'deadline-needs-school-year': ({ text }) =>
    `The deadline "${text}" cannot be read without a school year. Write the year in it or in the title of the plan.`,
  'deadline-differs': ({ text, dates }) =>
    `The deadline "${text}" does not agree with the dates beside it: ${dates}.`,
  'responsible-unclear': ({ text }) =>
    `The responsible parties could not be taken apart: "${text}". Put commas between them.`,
  'quote-repaired': ({ text }) =>
    `A quotation mark is not closed: "${text}". It was added to take the text apart.`,
  'private-contact': ({ text }) =>
    `The plan holds private contacts: ${text}. Plans are published; remove them if they are not needed.`,
  'change-unclear': ({ text }) =>
    `It is not clear what the percentage is of: "${text}". Say percentage points, or of the former value.`,
};
