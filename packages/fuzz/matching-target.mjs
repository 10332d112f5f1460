/**
 * Problems of matching as JSON. The law of the door: nothing is thrown, and a refusal has reasons in both languages. What passes is
 * solved: `match` ends, and its plan with its bound stands before `verifyMatching`; then the same problem gives the same plan again, keeps from
 * the plan what is possible, or is solved in stages.
 */
import { match, matchInStages, verifyMatching } from '@orientir/core/matching';
import { parseMatchingProblem } from '@orientir/core/schema';
import { checkProblems, parsed } from './json-door.mjs';
import { mutateJson, mutateText } from './mutate.mjs';

/** The largest that the door takes, and what is near to limits of the engine. */
const EXTREMES = [0, 1, 31, 32, 1000, 1_000_000, 1_000_000_000, 2_147_483_646];

export const MATCHING_TARGETS = {
  'matching.json': {
    input: (random) => {
      const text = JSON.stringify(validProblem(random));
      const way = random.below(8);
      const damaged =
        way === 0 ? mutateText(text, 'json', random, [text]) : way < 4 ? mutateJson(text, random) : text;
      return { text: damaged, again: random.of(Object.keys(AGAIN)) };
    },
    check: ({ text, again }) => {
      const result = parseMatchingProblem(parsed(text));
      if (result.kind === 'refused') {
        checkProblems(result.problems);
        return;
      }
      const { problem } = result;
      const matching = match(problem);
      verified(problem, matching, text);
      AGAIN[again](problem, matching, text);
    },
  },
};

/** What a problem that was solved is solved again for: one of the three for an input. */
const AGAIN = {
  same: (problem, matching) => {
    if (JSON.stringify(match(problem)) !== JSON.stringify(matching)) throw new Error('another plan');
  },
  kept: (problem, matching, text) => verified(problem, match(problem, { keep: matching.pairs }), text),
  staged: (problem, matching, text) => {
    const severe = Int32Array.from(problem.needWeight, (_, need) => need % 2);
    const staged = matchInStages(problem, { severe, floors: [], keep: matching.pairs.slice(1) });
    verified(staged.problem, staged.matching, text);
  },
};

function verified(problem, matching, text) {
  const faults = verifyMatching(problem, matching);
  if (faults.length > 0) throw new Error(`${faults.join(', ')}: ${text.slice(0, 1500)}`);
}

/** Up to seven teachers and six offers; numbers are small, seldom extreme. */
function validProblem(random) {
  const number = (most) => (random.below(40) === 0 ? random.of(EXTREMES) : random.below(most + 1));
  const weight = (most) => Math.min(number(most), 1_000_000_000);
  const hours = () => (random.below(3) === 0 ? { hours: Math.min(number(6), 1_000_000) / 2 } : {});
  const offers = Array.from({ length: random.below(7) }, (_, o) => ({
    id: random.below(9) === 0 ? o : `o${o}`,
    cap: number(3),
    slot: random.below(2) - 1 + random.below(3),
    ...(random.below(3) === 0 ? { min_group: number(3) } : {}),
    ...hours(),
  }));
  const teachers = Array.from({ length: random.below(8) }, (_, t) => ({
    id: `t${t}`,
    k: number(3),
    w: Array.from({ length: random.below(30) === 0 ? 31 : random.below(4) }, () => weight(9)),
    ...hours(),
  }));
  const edges = { start: [0], offer: [], mask: [], cost: [] };
  for (const { w } of teachers) {
    for (const o of offers.keys()) {
      if (random.below(3) === 0) continue;
      edges.offer.push(o);
      edges.mask.push(Math.floor(random.next() * 2 ** w.length));
      edges.cost.push(weight(2));
    }
    edges.start.push(edges.offer.length);
  }
  return { teachers, offers, edges };
}
