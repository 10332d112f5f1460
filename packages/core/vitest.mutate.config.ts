import { relative } from 'node:path';
import { defineConfig } from 'vitest/config';
import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

/** How long files took without a mutant, in ms. */
const took = new Map<TestSpecification['moduleId'], number>();

/** The quickest files first, since the first test that fails ends a run. */
class QuickestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    for (const { project, moduleId } of files) {
      const known = this.ctx.cache.getFileTestResults(
        `${project.name}:${relative(this.ctx.config.root, moduleId)}`,
      );
      if (known !== undefined && !took.has(moduleId)) took.set(moduleId, known.duration);
    }
    const timeOf = ({ moduleId }: TestSpecification) => took.get(moduleId) ?? 0;
    return files.toSorted((one, other) => timeOf(one) - timeOf(other));
  }
}

export default defineConfig({
  test: {
    testTimeout: 60_000,
    include: (process.env.MUTATE_TESTS ?? 'src/**/*.test.ts').split('|'),
    setupFiles: ['@orientir/test-properties'],
    // Loading the modules anew for every file would take longer than most tests.
    isolate: false,
    sequence: { sequencer: QuickestFirst },
  },
});
