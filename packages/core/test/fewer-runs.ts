import type { IRawProperty, Parameters } from 'fast-check';
import fc from 'fast-check';
import { vi } from 'vitest';

/**
 * For mutation testing, where every law is tried thousands of times: a quarter of the runs that a law has otherwise, and always
 * the same ones, so that a score can be had again.
 */
fc.configureGlobal({ seed: 1 });
vi.mock('fast-check', async (load) => {
  const real = await load<typeof import('fast-check')>();
  const assert = <Values>(law: IRawProperty<Values>, asked: Parameters<Values> = {}) =>
    real.assert(law, { ...asked, numRuns: Math.ceil((asked.numRuns ?? 100) / 4) });
  return { ...real, default: { ...real.default, assert } };
});
