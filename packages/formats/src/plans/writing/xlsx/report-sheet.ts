import type { RoadMap } from '@orientir/core/road-map';
import { PLAN_FIELDS } from '@orientir/core/road-map';
import { MEASURE_COLUMNS } from '../measure-columns.js';
import { measureMarks } from '../measure-marks.js';
import { planTitle } from '../plan-heading.js';
import type { PlanWritingOptions } from '../plan-writing-options.js';
import { writingWords } from '../writing-words.js';
import type { FormCell } from './form-sheet.js';
import { formWorkbook } from './form-sheet.js';
import { statusChoice } from './status-choice.js';

export interface ReportSheetOptions extends PlanWritingOptions {
  /** Names of schools by id; a school without one is shown by its id. */
  readonly schoolNames?: ReadonlyMap<string, string>;
}

/**
 * The form in which a campaign reports («отчёт о выполнении»): every measure of every plan with what is known of it, to
 * be filled in and read back. Ids of plan and measure stand in the last two columns. Same plans, same bytes.
 */
export function reportSheet(plans: readonly RoadMap[], options: ReportSheetOptions): Uint8Array {
  const { language, schoolNames } = options;
  const words = writingWords(language);
  const rows = plans.flatMap((plan) => {
    const context = { plan, language, marks: measureMarks(plan, options) };
    const title = planTitle(plan, language);
    const school = plan.school === undefined ? '' : (schoolNames?.get(plan.school) ?? plan.school);
    return plan.measures.map((measure): readonly FormCell[] => {
      const value = (id: keyof typeof MEASURE_COLUMNS) => MEASURE_COLUMNS[id].valueOf(measure, context);
      const date = value('status_date');
      return [
        title,
        school,
        value('number'),
        value('text'),
        value('deadline'),
        value('status'),
        date === '' ? undefined : { date },
        value('evidence'),
        value('note'),
        plan.id,
        measure.id,
      ];
    });
  });
  const form = {
    name: words.reportSheet,
    notes: [words.fill],
    columns: [
      { header: words.plan, width: 28 },
      { header: words.school, width: 18 },
      { header: PLAN_FIELDS.number[language], width: 8 },
      { header: PLAN_FIELDS.text[language], width: 44 },
      { header: PLAN_FIELDS.deadline[language], width: 20 },
      { ...statusChoice(language), header: PLAN_FIELDS.status[language], width: 15 },
      { header: words.statusDate, width: 11, input: 'date' as const, error: words.dateError },
      { header: words.evidence, width: 26, input: 'text' as const },
      { header: words.note, width: 22, input: 'text' as const },
      { header: words.planId, width: 8, technical: true },
      { header: words.measureId, width: 8, technical: true },
    ],
    rows,
  };
  const help = { name: words.helpSheet, rows: words.help.map((line) => line.split(': ')).map(helpRow) };
  return formWorkbook([form, help], { page: words.page });
}

/** What a column is called, and what to write in it. */
function helpRow([name = '', ...rest]: readonly string[]): readonly FormCell[] {
  return rest.length === 0 ? ['', name] : [name, rest.join(': ')];
}
