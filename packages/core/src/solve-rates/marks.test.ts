import { describe, expect, it } from 'vitest';
import type { Row } from '../../test/response-rows.js';
import { aBlock, anAssessment } from '../../test/response-rows.js';
import { analyse } from '../analysis/analyse.js';
import { NOT_TAUGHT } from '../assessment/index.js';
import { add, empty, shareTally } from '../tally/index.js';

const scale = [
  { mark: 2, min: 0 },
  { mark: 3, min: 1 },
  { mark: 4, min: 2 },
  { mark: 5, min: 3 },
];
const tallyOf = (rows: readonly Row[], withScale = true) =>
  add(empty(), aBlock(anAssessment([1, 2], withScale ? { markScale: scale } : {}), rows));
function test(rows: readonly Row[], withScale = true) {
  const result = analyse(tallyOf(rows, withScale)).testResults.find((of) => of.level === 'all');
  if (result === undefined) throw new Error('no result');
  return result;
}

describe('markFigures', () => {
  it('takes the marks of the file, whatever the scale says', () => {
    const result = test([
      { codes: [2, 4], mark: 3 },
      { codes: [0, 0], mark: 2 },
    ]);
    expect(result).toMatchObject({ markSource: 'given', markCounts: { 2: 1, 3: 1, 4: 0, 5: 0 } });
    expect(result.belowMinimum).toMatchObject({ estimate: 0.5, n: 2 });
  });

  it('takes the scale for complete totals where the file has no mark', () => {
    const result = test([{ codes: [2, 4] }, { codes: [0, 0] }, { codes: [NOT_TAUGHT, 4] }]);
    expect(result).toMatchObject({ markSource: 'scale', markCounts: { 2: 1, 5: 1 } });
    expect(result.meanMark).toMatchObject({ estimate: 3.5, n: 2 });
  });

  it('mixes both when some files have marks', () => {
    expect(test([{ codes: [2, 4], mark: 4 }, { codes: [0, 0] }])).toMatchObject({
      markSource: 'mixed',
      markCounts: { 2: 1, 4: 1 },
    });
  });

  it('compares with the journal only pupils who have both marks', () => {
    const result = test([
      { codes: [0, 0], mark: 2, journalMark: 4 },
      { codes: [0, 2], mark: 3, journalMark: 3 },
      { codes: [2, 4], mark: 5, journalMark: 4 },
      { codes: [2, 4], mark: 5 },
    ]);
    expect(result.lowered).toMatchObject({ estimate: 1 / 3, n: 3 });
    expect(result.confirmed).toMatchObject({ estimate: 1 / 3 });
    expect(result.raised).toMatchObject({ estimate: 1 / 3 });
    expect(result.gapTwoOrMore).toMatchObject({ estimate: 1 / 3 });
  });

  it('gives the shares of a printed class note: 22 pupils, 4 twos, 12 threes, 6 fours', () => {
    const rows = [...Array(4).fill(2), ...Array(12).fill(3), ...Array(6).fill(4)].map((mark) => ({
      codes: [0, 0],
      mark,
    }));
    const result = test(rows);
    expect(result.passShare.kind === 'known' && result.passShare.estimate).toBeCloseTo(0.8182, 4);
    expect(result.qualityShare.kind === 'known' && result.qualityShare.estimate).toBeCloseTo(0.2727, 4);
  });

  it('gives every mark its own share', () => {
    const marks = [2, 3, 3, 4, 4, 4, 5, 5, 5, 5];
    const rows = marks.map((mark) => ({ codes: [0, 0], mark }));
    const { markShares, passShare, qualityShare, belowMinimum } = test(rows);
    expect(markShares).toMatchObject({
      2: { estimate: 0.1 },
      3: { estimate: 0.2 },
      4: { estimate: 0.3 },
      5: { estimate: 0.4 },
    });
    expect(passShare).toMatchObject({ estimate: 0.9, n: 10 });
    expect(qualityShare).toMatchObject({ estimate: 0.7 });
    expect(belowMinimum).toMatchObject({ estimate: 0.1 });
    expect(test(rows, false).belowMinimum).toMatchObject({ estimate: 0.1 });
    // Where a scale begins with mark 3 that is the lowest one, and so is what is below it.
    const fromThree = aBlock(anAssessment([1, 2], { markScale: scale.slice(1) }), rows);
    const [all] = analyse(add(empty(), fromThree)).testResults;
    expect(all?.belowMinimum).toMatchObject({ estimate: 0.3 });
  });

  it('says what is missing', () => {
    expect(test([{ codes: [0, 0], absent: true }]).belowMinimum).toMatchObject({ reason: 'no-pupils' });
    expect(test([{ codes: [0, 0] }], false)).toMatchObject({
      markSource: 'none',
      meanMark: { reason: 'no-marks' },
      lowered: { reason: 'no-marks' },
    });
    expect(test([{ codes: [0, 0], mark: 2 }]).lowered).toMatchObject({ reason: 'no-journal' });
    const shared = shareTally(tallyOf([{ codes: [0, 0], mark: 2, journalMark: 3 }]));
    expect(analyse(shared).testResults[0]?.lowered).toMatchObject({ reason: 'no-cross-table' });
  });
});
