/**
 * The laws of forms: rows read = accepted + rejected, as many values as rows accepted, a rejected row has an error with its row and
 * an accepted one has none, every issue has a sentence in both languages, and a column that the form does not have is never repeated.
 */
import { describeIssue } from '@orientir/core/foundation';
import { NAME } from './forms.mjs';

/** `given`: the files that were read, as damage made them. */
export function checkRows(files, issues, given) {
  const names = new Set(given.map(({ name }) => name));
  for (const { file, layout, rowsRead, rowsAccepted, rowsRejected } of files) {
    if (!names.has(file)) throw new Error(`a file of nobody: ${file}`);
    if (rowsRead !== rowsAccepted + rowsRejected || rowsAccepted < 0 || rowsRejected < 0)
      throw new Error(`${file}: rows are lost`);
    const own = issues.filter((issue) => issue.file === file);
    if (layout === '' && !own.some(({ severity }) => severity === 'error'))
      throw new Error(`${file} disappears`);
    const refused = new Set(own.filter(({ severity }) => severity === 'error').map(({ row }) => row));
    refused.delete(undefined);
    const valueless = given.find(({ name }) => name === file)?.valueless ?? [];
    if (layout !== '' && valueless.some((row) => !refused.has(row)))
      throw new Error(`${file}: an error or a formula passes for a value`);
    if (layout !== '' && refused.size !== rowsRejected)
      throw new Error(`${file}: ${rowsRejected} rows rejected, errors in ${refused.size}`);
  }
  const mayNotBeTold = given.filter(({ isNameApart }) => isNameApart).map(({ name }) => name);
  for (const issue of issues) {
    const texts = [describeIssue(issue, 'ru'), describeIssue(issue, 'en')];
    if (issue.code === '' || texts.some((text) => text === '' || /undefined|\[object/.test(text)))
      throw new Error(`no sentence: ${issue.code} ${texts.join(' ')}`);
    if (mayNotBeTold.includes(issue.file) && JSON.stringify([issue, texts]).includes(NAME))
      throw new Error(`a name is repeated: ${texts.join(' ')}`);
  }
}

/** As many values as rows accepted in files of a layout. */
export function checkCount(layout, count, files) {
  const accepted = files
    .filter((file) => file.layout === layout)
    .reduce((sum, { rowsAccepted }) => sum + rowsAccepted, 0);
  if (accepted !== count) throw new Error(`${layout}: ${accepted} rows accepted, ${count} values`);
}

/** Whether there is such a day. */
export function isDay(text) {
  const day = new Date(`${text}T00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
}
