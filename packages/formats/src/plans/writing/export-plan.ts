import type { RoadMap } from '@orientir/core/road-map';
import { planDocx } from './docx/plan-docx.js';
import { planPage } from './html/plan-page.js';
import { planCsv } from './plan-csv.js';
import { planIcs } from './plan-ics.js';
import { planJson } from './plan-json.js';
import type { PlanWritingOptions } from './plan-writing-options.js';
import { planXlsx } from './xlsx/plan-xlsx.js';

/** The plan as the file that its name asks for: docx, xlsx, html, csv, ics or json; absent for any other ending. */
export function exportPlan(
  plan: RoadMap,
  fileName: string,
  options: PlanWritingOptions,
): { readonly bytes: Uint8Array } | undefined {
  const content = contentOf(plan, /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '', options);
  if (content === undefined) return undefined;
  return { bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content };
}

function contentOf(
  plan: RoadMap,
  ending: string,
  options: PlanWritingOptions,
): string | Uint8Array | undefined {
  switch (ending) {
    case 'docx':
      return planDocx(plan, options);
    case 'xlsx':
      return planXlsx(plan, options);
    case 'html':
    case 'htm':
      return planPage(plan, options);
    case 'csv':
      return planCsv(plan, options);
    case 'ics':
      return planIcs(plan, options).text;
    case 'json':
      return planJson(plan);
    default:
      return undefined;
  }
}
