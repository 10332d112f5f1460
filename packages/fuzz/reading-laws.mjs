/**
 * The law of readers: nothing is thrown, rows read = accepted + rejected, accepted rows are the pupils of the tallies,
 * every refusal is an issue with a file and a sentence in both languages, and no name of a pupil stands in any of them.
 */
import { analyseFully, tablesOf } from '@orientir/core/analysis';
import { describeIssue } from '@orientir/core/foundation';
import { TallySum } from '@orientir/core/tally';
import { readInputs } from '@orientir/formats/readers';
import { NAME } from './seeds.mjs';

/** Layouts whose rows are no pupils. */
const NO_PUPILS = /^(schools|report-.*)$/;
/** Issues that are about a header, an item or a school: when the damage put a name there, it is one. */
const NAMES_A_COLUMN =
  /^(column|school|item-column|item-code|item-without-column|assessment|points|code-not-in-codifier|plan-row|scale-other)-?/;

let reads = 0;

/** Reads the files and holds what was read to the law. */
export async function checkReading(files) {
  let pupils = 0;
  let fromTallies = 0;
  const sum = new TallySum();
  const record = await readInputs(files, {
    onStated: (results) => {
      for (const { assessment, unit, n } of results)
        if (assessment === '' || unit === '' || n < 0) throw new Error('a stated result of nobody');
    },
    onTally: (tally, name) => {
      sum.addTally(tally);
      let counted = 0;
      for (const { groups } of tally.assessments.values())
        for (const { counts } of groups.values()) counted += counts.wrote + counts.absent;
      if (name.endsWith('.json')) fromTallies += counted;
      else pupils += counted;
    },
  });
  let accepted = 0;
  for (const of of record.files) {
    if (of.rowsRead !== of.rowsAccepted + of.rowsRejected || of.rowsRejected < 0)
      throw new Error(`${of.file}: rows are lost`);
    if (!NO_PUPILS.test(of.layout) && !of.file.endsWith('.json')) accepted += of.rowsAccepted;
    if (of.rowsRead === 0 && of.layout === '' && !record.issues.some(({ file: name }) => name === of.file))
      throw new Error(`${of.file} disappears`);
  }
  // An appeal without answers is a row that corrects a pupil, and no pupil.
  accepted -= record.issues.filter(({ code }) => code === 'appeal-without-items').length;
  if (accepted !== pupils) throw new Error(`${accepted} rows accepted, ${pupils} pupils in tallies`);
  for (const issue of record.issues) {
    const text = describeIssue(issue, 'ru') + describeIssue(issue, 'en');
    if (text.includes(NAME) && !NAMES_A_COLUMN.test(issue.code))
      throw new Error(`a name is repeated: ${text}`);
    if (text.includes('undefined') && !/^(sidecar|tally)-invalid$/.test(issue.code)) throw new Error(text);
  }
  // Tables take ten times as long as reading, and most of these tallies are alike.
  if (fromTallies + pupils > 0 && reads++ % 16 === 0) walkTables(sum.tally());
}

/** Rows are made when they are walked through. */
export function walkTables(tally) {
  let cells = 0;
  for (const { rows } of tablesOf(analyseFully(tally)).open) for (const row of rows) cells += row.length;
  return cells;
}
