/**
 * `orientir plan …`: from documents to plans and back.
 *
 * @module
 */
import { exists } from '../input-files.js';
import { writeOneFile } from '../output-folder.js';
import { textsOf } from '../texts.js';
import type { ExitStatus, Voice } from '../voice.js';
import type { PlanArguments } from './plan-arguments.js';
import type { PlanTexts } from './plan-texts.js';
import { planTextsOf } from './plan-texts.js';

/** Everything that a command needs besides its arguments. */
export interface PlanContext {
  readonly options: PlanArguments;
  readonly voice: Voice;
  readonly texts: PlanTexts;
  /** Writes a new file, unless one is there and `--force` was not given: then it says so and gives `false`. */
  readonly writeNew: (path: string, content: string | Uint8Array) => Promise<boolean>;
}

/** Runs one command. @throws {InputMissing} {CannotWrite} {NoPlan} */
export async function plan(options: PlanArguments, voice: Voice): Promise<ExitStatus> {
  const context: PlanContext = {
    options,
    voice,
    texts: planTextsOf(options.language),
    writeNew: async (path, content) => {
      if (!options.force && (await exists(path))) {
        voice.complain(textsOf(options.language).fileExists(path));
        return false;
      }
      await writeOneFile(path, content);
      return true;
    },
  };
  return run(options, context);
}

async function run(options: PlanArguments, context: PlanContext): Promise<ExitStatus> {
  switch (options.verb) {
    case 'import':
      return (await import('./import-plan.js')).importPlan(options, context);
    case 'validate':
      return (await import('./check-plans.js')).validatePlan(options, context);
    case 'lint':
      return (await import('./check-plans.js')).lintPlanFile(options, context);
    case 'coverage':
      return (await import('./check-plans.js')).planCoverage(options, context);
    case 'diff':
      return (await import('./diff-plans.js')).diffPlanFiles(options, context);
    case 'history':
      return (await import('./plan-history.js')).planHistory(options, context);
    case 'release':
      return (await import('./release-plan.js')).writeRelease(options, context);
    case 'match':
      return (await import('./release-plan.js')).matchPlan(options, context);
    case 'export':
      return (await import('./export-plan.js')).exportPlanFile(options, context);
    case 'sheet':
      return (await import('./export-plan.js')).writeReportSheet(options, context);
    case 'template':
      return (await import('./export-plan.js')).writeTemplate(options, context);
    case 'schema':
      return (await import('./export-plan.js')).writeSchema(options, context);
    case 'draft':
      return (await import('./draft-plan.js')).draftPlan(options, context);
    case 'recommendations':
      return (await import('./plan-recommendations.js')).planRecommendations(options, context);
    case 'record':
      return (await import('./record-plan.js')).recordPlan(options, context);
    case 'status':
      return (await import('./plan-status.js')).planStatus(options, context);
  }
}
