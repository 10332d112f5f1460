/**
 * Files as odd programs write them and as attackers would. Made by this script and nothing else, the same in every run.
 *
 * @module
 */
import type { HostileFile } from './hostile-file.js';
import { hostileWorkbooks } from './hostile-workbooks.js';
import { oddWorkbooks } from './odd-workbooks.js';
import { hostileTexts, oddCsv } from './texts.js';

/** All files. Those of hundreds of megabytes are made when their turn comes. */
export const hostileFiles: readonly HostileFile[] = [
  ...oddWorkbooks(),
  ...oddCsv(),
  ...hostileWorkbooks(),
  ...hostileTexts(),
];
