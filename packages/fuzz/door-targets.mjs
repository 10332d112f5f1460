/**
 * Doors of JSON and what is written as csv. The law of doors: nothing is thrown, and what was accepted comes back from its own
 * text unchanged.
 */
import { describeIssue } from '@orientir/core/foundation';
import { parseAssessment } from '@orientir/core/schema';
import { formatTally, parseTally, shareTally } from '@orientir/core/tally';
import { csvParts, readCsv } from '@orientir/formats/csv';
import { checkProblems, damagedJson, parsed } from './json-door.mjs';
import { mutateText } from './mutate.mjs';
import { walkTables } from './reading-laws.mjs';
import { csvSeeds, jsonSeeds, tallySeeds } from './seeds.mjs';

export const DOOR_TARGETS = {
  'assessment.json': {
    input: (random) => damagedJson(jsonSeeds, random),
    check: (text) => {
      const value = parsed(text);
      const result = parseAssessment(value);
      if (result.kind === 'assessment') {
        const again = parseAssessment(JSON.parse(JSON.stringify(result.assessment)));
        if (JSON.stringify(again) !== JSON.stringify(result)) throw new Error('read back otherwise');
      } else checkProblems(result.problems);
    },
  },
  'tally.json': {
    input: (random) => damagedJson(tallySeeds, random),
    check: (text) => {
      const result = parseTally(text);
      if (result.kind === 'refused') {
        if (
          describeIssue(
            { code: result.code, severity: 'error', file: 'a', parameters: result.parameters },
            'ru',
          ) === ''
        )
          throw new Error('refused without a reason');
        return;
      }
      const again = parseTally(formatTally(result.tally));
      if (again.kind !== 'tally' || formatTally(again.tally) !== formatTally(result.tally))
        throw new Error('read back otherwise');
      shareTally(result.tally);
      walkTables(result.tally);
    },
  },
  'written csv': {
    // Whatever stands in a cell comes back as it was or behind apostrophes, and no program takes it for a formula, nor what stands
    // between semicolons, tabs and line ends in it: a Russian Excel divides a line there. Lines of words may begin with a dash.
    input: (random) =>
      Array.from({ length: 1 + random.below(4) }, () =>
        Array.from({ length: 1 + random.below(4) }, () =>
          mutateText(
            random.of(['=1+1', '@a', '-2+3', '\t=x', 'a"b', 'Школа № 1', '0', 'a;=1', 'a\n- b\n- c(1)']),
            'csv',
            random,
            csvSeeds,
          ),
        ),
      ),
    check: (cells) => {
      const columns = cells[0].map((_, i) => ({ id: `c${i}`, kind: 'text' }));
      const rows = cells.map((row) => columns.map((_, i) => row[i] ?? ''));
      const bytes = Buffer.concat([...csvParts({ name: 't', columns, rows })]);
      const back = readCsv(bytes).rows.slice(1);
      for (const [r, row] of rows.entries()) {
        for (const [c, text] of row.entries()) {
          const found = back[r]?.[c] ?? '';
          for (const [at, part] of found.split(/[;\t\r\n]/).entries()) {
            const isWords = at > 0 && /^- [^(|!=]*$/.test(part);
            if (/^[=@+-]/.test(part) && !/^[+-]?\d+([.,]\d+)?$/.test(part) && !isWords)
              throw new Error(`a formula: ${JSON.stringify(found)}`);
          }
          if (/^[\t\r]/.test(found)) throw new Error(`a formula: ${JSON.stringify(found)}`);
          const bare = (of) => of.replace(/(^|[;\t\r\n])'/g, '$1');
          if (
            bare(found) !== bare(text) &&
            !/[\ud800-\udfff\0\ufeff]/.test(text) &&
            back.length === rows.length
          ) {
            if (bare(found).trim() !== bare(text).trim())
              throw new Error(`${JSON.stringify(text)} came back as ${JSON.stringify(found)}`);
          }
        }
      }
    },
  },
};
