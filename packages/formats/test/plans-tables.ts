import type { ReadPlan, ReadPlanOptions } from '../src/plans/reading/index.js';
import { readPlanFile } from '../src/plans/reading/index.js';

/** A table as html; rows as texts between `|`, or as html where a row begins with `<tr`. */
export function planHtml(header: string, rows: readonly string[]): string {
  return `<table>${[header, ...rows].map(rowHtml).join('')}</table>`;
}

function rowHtml(row: string): string {
  if (row.startsWith('<tr')) return row;
  return `<tr>${row
    .split('|')
    .map((cell) => `<td>${cell.trim()}</td>`)
    .join('')}</tr>`;
}

/** Reads a page. */
export async function readPage(body: string, options: Omit<ReadPlanOptions, 'file'> = {}): Promise<ReadPlan> {
  const page = `<!doctype html><meta charset="utf-8"><body>${body}`;
  return readPlanFile(new TextEncoder().encode(page), 'plan.html', options);
}

/** Sections and measures in few words: `1.1. Title`, and below it `number|text`. */
export function outlineOf({ plan }: ReadPlan): readonly string[] {
  const titleOf = new Map(plan.sections.map((section) => [section.id, section] as const));
  const lines: string[] = [];
  let last: string | undefined;
  for (const { section, number, text, parent } of plan.measures) {
    if (section !== last && section !== undefined) {
      const of = titleOf.get(section);
      lines.push(`# ${of?.number === undefined ? '' : `${of.number} `}${of?.title}`);
    }
    last = section;
    lines.push(`${number ?? ''}|${text}${parent === undefined ? '' : ` <${parent}`}`);
  }
  return lines;
}

export function codesOf({ issues }: ReadPlan): readonly string[] {
  return issues.map(({ code }) => code);
}
