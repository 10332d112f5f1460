/**
 * For property tests of all packages, as a setup file of vitest.
 *
 * The seed is the same everywhere, so that nobody's change is refused for a rare input that was wrong before it; `PROPERTY_SEED` is
 * another one. `PROPERTY_TIMES` is how many times the runs that a test asks for: a quarter for mutation testing, many for
 * `npm run properties`.
 */
import fc from 'fast-check';
import { vi } from 'vitest';

fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 1) });

const times = Number(process.env.PROPERTY_TIMES ?? 1);
if (times !== 1) {
  vi.doMock('fast-check', async (load) => {
    const real = await load();
    const assert = (law, asked = {}) =>
      real.assert(law, { ...asked, numRuns: Math.ceil((asked.numRuns ?? 100) * times) });
    return { ...real, assert, default: { ...real.default, assert } };
  });
}
