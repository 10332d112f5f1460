import type { FullAnalysis } from '@orientir/core/analysis';
import { analyseFully } from '@orientir/core/analysis';
import type { ResponseBlock } from '@orientir/core/assessment';
import { settleSchools, TallySum } from '@orientir/core/tally';
import type { InputsRead, ReadOptions } from '../src/readers/index.js';
import { inputFile, readInputs } from '../src/readers/index.js';
import type { SheetCell } from '../src/sheet.js';
import { writeRawWorkbook } from '../src/xlsx/write-raw-workbook.js';

/** A file of a test: rows of one sheet, several sheets, or text. */
export type TestFile =
  | string
  | readonly (readonly SheetCell[])[]
  | Readonly<Record<string, readonly (readonly SheetCell[])[]>>;

export interface ReadBack {
  readonly record: InputsRead;
  readonly blocks: readonly ResponseBlock[];
  readonly analysis: FullAnalysis;
  /** `error points-above-max Лист!C7`, in the order of the record. */
  readonly issues: readonly string[];
}

/** Writes the files, reads them, analyses what was accepted. */
export async function readFiles(
  files: Readonly<Record<string, TestFile>>,
  options: Partial<ReadOptions> = {},
): Promise<ReadBack> {
  const blocks: ResponseBlock[] = [];
  const sum = new TallySum();
  const record = await readInputs(
    Object.entries(files).map(([name, file]) => inputFile(name, bytesOf(file))),
    {
      ...options,
      onBlock: (block) => blocks.push(block),
      onTally: (tally) => sum.addTally(tally),
    },
  );
  return {
    record,
    blocks,
    analysis: analyseFully(settleSchools(sum.tally(), record.schools.apart)),
    issues: record.issues.map(
      ({ severity, code, sheet, row, column }) =>
        `${severity} ${code}${row === undefined ? '' : ` ${sheet === undefined ? '' : `${sheet}!`}${column ?? ''}${row}`}`,
    ),
  };
}

function bytesOf(file: TestFile): Uint8Array {
  if (typeof file === 'string') return new TextEncoder().encode(file);
  return isRows(file)
    ? writeRawWorkbook([{ name: 'Sheet', rows: file }])
    : writeRawWorkbook(Object.entries(file).map(([name, rows]) => ({ name, rows })));
}

function isRows(file: Exclude<TestFile, string>): file is readonly (readonly SheetCell[])[] {
  return Array.isArray(file);
}
