import { describe, expect, it } from 'vitest';
import { sourceOfBytes } from '../byte-source.js';
import { readPupilFacts } from './index.js';

const HEADER = 'class;pupil;lessons;missed;failing_subjects;disability\n';
const issuesOf = async (row: string) => {
  const bytes = new TextEncoder().encode(`${HEADER}${row}\n`);
  return (await readPupilFacts(sourceOfBytes(bytes), 'p.csv')).issues;
};

describe('forms about pupils that npm run fuzz made', () => {
  it.each([
    '5А;1;34;Кузнецова Анна1;;',
    '5А;1;34;не пройд.Кузнецова А. П.0.55;;',
    '5А;1;;;;Кузнецова  Анна Петровна 7 (да)',
    '5А;1;;;Кузнецова Анна|да|Физика;',
    '5А;1;;;Кузнецова Анна|5;',
  ])('are refused without the name that stands among other characters: %s', async (row) => {
    const issues = await issuesOf(row);
    expect(issues.some(({ severity }) => severity === 'error')).toBe(true);
    expect(JSON.stringify(issues)).not.toContain('Кузнецова');
  });

  it('are told which of the subjects is none', async () => {
    expect(await issuesOf('5А;1;;;Физика|5|да|Химия;')).toMatchObject([{ parameters: { found: '5|да' } }]);
    expect(await issuesOf('5А;1;;;|;')).toMatchObject([{ parameters: { found: '|' } }]);
  });
});
