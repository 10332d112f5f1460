import { analyse } from '@orientir/core/analysis';
import { TallySum } from '@orientir/core/tally';
import { inputFile, readInputs } from '@orientir/formats/readers';
import { describe, expect, it } from 'vitest';
import { makeSample } from '../src/sample/make-sample.js';

describe('the sample region', () => {
  it('is the same for the same seed and another one for another', () => {
    const bytes = (seed: number) =>
      makeSample({ schools: 5, seed }).map(
        ({ path, bytes: of }) => `${path} ${Buffer.from(of).toString('base64')}`,
      );
    expect(bytes(1)).toEqual(bytes(1));
    expect(bytes(1)).not.toEqual(bytes(2));
  });

  it('says in every file or beside it that it is synthetic', () => {
    const texts = Object.fromEntries(
      makeSample({ schools: 5 }).map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]),
    );
    expect(texts['README.txt']).toContain('СИНТЕТИЧЕСКИЕ ДАННЫЕ');
    expect(texts['schools.csv']).toContain('вымышленные данные');
  });

  /*
   * Whole-region figures of ВПР 2021 in Altai (22 to 24 thousand pupils a work): mean share of the maximum 0.482 and
   * 0.580, marks 2 0.148 and 0.149, marks 4 and 5 together 0.441 and 0.445, lowered 0.354 and 0.335.
   * Tolerance 0.06: the sample has a twentieth of the pupils, in 150 schools.
   */
  it('lies where a real region lies', async () => {
    const sum = new TallySum();
    await readInputs(
      makeSample({ schools: 150, seed: 11 })
        .filter(({ path }) => path.startsWith('2021/') || path === 'schools.csv')
        .map(({ path, bytes }) => inputFile(path, bytes)),
      {
        onTally: (part) => sum.addTally(part),
      },
    );
    const { testResults, itemResults } = analyse(sum.tally());
    const estimate = (figure: { kind: string; estimate?: number } | undefined) =>
      figure?.estimate ?? Number.NaN;
    const region = testResults.filter(({ level }) => level === 'all');
    const real = {
      'vpr-2021-5-математика': { mean: 0.482 * 20, two: 0.148, quality: 0.441, lowered: 0.354, max: 20 },
      'vpr-2021-5-русский-язык': { mean: 0.58 * 45, two: 0.149, quality: 0.445, lowered: 0.335, max: 45 },
    };
    for (const [id, expected] of Object.entries(real)) {
      const test = region.find(({ assessment }) => assessment === id);
      expect(Math.abs(estimate(test?.mean) - expected.mean) / expected.max, `${id} mean`).toBeLessThan(0.06);
      expect(Math.abs(estimate(test?.markShares[2]) - expected.two), `${id} two`).toBeLessThan(0.06);
      expect(Math.abs(estimate(test?.qualityShare) - expected.quality), `${id} quality`).toBeLessThan(0.08);
      expect(Math.abs(estimate(test?.lowered) - expected.lowered), `${id} lowered`).toBeLessThan(0.1);
    }
    const untaught = [...itemResults].find(
      ({ level, item, assessment }) => level === 'all' && item === '8' && assessment.includes('математика'),
    );
    expect(
      Math.abs((untaught?.notTaught ?? 0) / ((untaught?.n ?? 0) + (untaught?.notTaught ?? 0)) - 0.356),
    ).toBeLessThan(0.1);
    const sizes = testResults
      .filter(({ level, assessment }) => level === 'school' && assessment.includes('математика'))
      .map(({ wrote }) => wrote);
    expect(sizes.filter((size) => size < 10).length / sizes.length).toBeGreaterThan(0.1);
  });
});
