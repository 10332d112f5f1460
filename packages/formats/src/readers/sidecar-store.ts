/** The descriptions that were found beside the results, and which of them were used. @module */
import type { Assessment } from '@orientir/core/assessment';
import type { Issue } from '@orientir/core/foundation';
import type { Sheet } from '../sheet.js';
import type { Descriptions } from './describe-work.js';
import type { SheetKind } from './detect-layout.js';
import type { Codifier, TestPlan } from './read-plan.js';
import { missingCodes, readCodifier, readPlan, withNames } from './read-plan.js';
import type { DescribedAssessment, ScaleSidecar } from './sidecars.js';
import { readAssessments, readItemTable, readScales } from './sidecars.js';

export class SidecarStore {
  readonly #assessments: DescribedAssessment[] = [];
  readonly #plans: TestPlan[] = [];
  readonly #scales: ScaleSidecar[] = [];
  readonly #codifiers: Codifier[] = [];
  readonly #used = new Set<string>();

  /** @param given - descriptions that hold for all folders. */
  constructor(given: readonly Assessment[]) {
    for (const assessment of given) this.#assessments.push({ assessment, file: '' });
  }

  addAssessments(value: unknown, file: string, folder: string): readonly Issue[] {
    const { found, issues } = readAssessments(value, file, folder);
    this.#assessments.push(...found);
    return issues;
  }

  /** Takes a sheet with a description. The layout it has, and what is wrong in it; absent when it is none. */
  addSheet(
    sheet: Sheet,
    kind: SheetKind,
    file: string,
    folder: string,
  ): { readonly layout: string; readonly issues: readonly Issue[] } | undefined {
    switch (kind.kind) {
      case 'plan': {
        const { plan, issues } = readPlan(sheet, kind.header, file, folder);
        this.#plans.push(plan);
        return { layout: 'plan', issues };
      }
      case 'codifier':
        this.#codifiers.push(readCodifier(sheet, kind.header, file, folder));
        return { layout: 'codifier', issues: [] };
      case 'items': {
        const { found, issues } = readItemTable(sheet, kind.header, file, folder);
        this.#assessments.push(...found);
        return { layout: 'assessment', issues };
      }
      case 'scale':
      case 'wide-scale': {
        const { found, issues } = readScales(sheet, kind.header, kind.kind === 'wide-scale', file, folder);
        this.#scales.push(...found);
        return { layout: 'scale', issues };
      }
      default:
        return undefined;
    }
  }

  /** All sheets were looked at: names of codes go to the plans of their folder. What the codifiers lack, by file. */
  joinCodifiers(): readonly Issue[] {
    const issues: Issue[] = [];
    for (const [i, plan] of this.#plans.entries()) {
      const near = this.#codifiers.filter(({ folder }) => folder === plan.folder);
      if (near.length === 0) continue;
      for (const each of missingCodes(plan, near)) issues.push(each);
      for (const { file } of near) this.#used.add(file);
      this.#plans[i] = withNames(plan, near);
    }
    return issues;
  }

  get descriptions(): Descriptions {
    return { assessments: this.#assessments, plans: this.#plans, scales: this.#scales };
  }

  /** Notes the files that a work was described by. */
  use(files: readonly string[], assessment: Assessment): void {
    for (const file of files) this.#used.add(file);
    for (const { scale, file } of this.#scales) if (scale === assessment.markScale) this.#used.add(file);
  }

  isUsed(file: string): boolean {
    return this.#used.has(file);
  }
}

/** Layouts of files that only describe. */
export const SIDECAR_LAYOUTS: ReadonlySet<string> = new Set(['assessment', 'plan', 'scale', 'codifier']);
