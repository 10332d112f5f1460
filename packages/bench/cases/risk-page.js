import { omsk2025 } from '@orientir/core/assessment';
import { lowResults } from '@orientir/core/risk';
import { summaries } from './risk-summaries.mjs';

// A page that has just been opened, and the same page when another ruleset is tried.
globalThis.measured = (async () => {
  const works = [...summaries(60, 5, 2)];
  const times = [0.3, 0.25, 0.35].map((shareFrom) => {
    const started = performance.now();
    const risks = lowResults(works, { ...omsk2025, shareFrom });
    return {
      seconds: (performance.now() - started) / 1000,
      listed: risks.filter(({ listed }) => listed).length,
    };
  });
  return {
    first: times[0].seconds,
    again: times[1].seconds,
    listed: times.map(({ listed }) => listed).join(' '),
  };
})();
