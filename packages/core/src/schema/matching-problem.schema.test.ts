import { describe, expect, it } from 'vitest';
import { parseMatchingProblem } from './matching-problem.schema.js';

const FILE = {
  teachers: [
    { id: 't0', k: 2, w: [20, 30] },
    { id: 't1', k: 1, w: [10], hours: 1.5 },
  ],
  offers: [
    { id: 'o0', cap: 1, slot: -1 },
    { id: 'o1', cap: 3, slot: 4, min_group: 2, hours: 0.5 },
  ],
  edges: { start: [0, 2, 3], offer: [1, 0, 1], mask: [3, 1, 1], cost: [5, 0, 2] },
};

describe('a problem of matching', () => {
  it('is read into columns, pairs by offer', () => {
    const parsed = parseMatchingProblem({ ...FILE, meta: { seed: 1 } });
    expect(parsed).toMatchObject({ kind: 'problem', teachers: ['t0', 't1'], offers: ['o0', 'o1'] });
    if (parsed.kind !== 'problem') return;
    const columns = Object.entries(parsed.problem).map(([name, column]) => [name, Array.from(column)]);
    expect(Object.fromEntries(columns)).toEqual({
      needStart: [0, 2, 3],
      needWeight: [20, 30, 10],
      limit: [2, 1],
      hours: [2_147_483_647, 90],
      places: [1, 3],
      leastGroup: [0, 2],
      slot: [-1, 4],
      duration: [0, 30],
      pairStart: [0, 2, 3],
      pairOffer: [0, 1, 1],
      pairMask: [1, 3, 1],
      pairCost: [0, 5, 2],
      pairLocked: [0, 0, 0],
    });
  });

  it('needs neither times nor costs', () => {
    const parsed = parseMatchingProblem({
      teachers: [{ id: 't', k: 1, w: [1] }],
      offers: [{ id: 'o', cap: 1 }],
      edges: { start: [0, 1], offer: [0], mask: [1] },
    });
    expect(parsed).toMatchObject({ kind: 'problem' });
    if (parsed.kind !== 'problem') return;
    expect([...parsed.problem.slot, ...parsed.problem.pairCost]).toEqual([-1, 0]);
  });

  it('takes an offer that meets all of the most needs', () => {
    const parsed = parseMatchingProblem({
      teachers: [{ id: 't', k: 1, w: Array(31).fill(1) }],
      offers: [{ id: 'o', cap: 1, slot: -1 }],
      edges: { start: [0, 1], offer: [0], mask: [2 ** 31 - 1], cost: [0] },
    });
    expect(parsed.kind).toBe('problem');
  });

  it.each([
    ['edges.start', { ...FILE, edges: { ...FILE.edges, start: [0, 3] } }],
    ['edges.start.1', { ...FILE, edges: { ...FILE.edges, start: [0, 4, 3] } }],
    ['edges.offer.0', { ...FILE, edges: { ...FILE.edges, offer: [2, 0, 1] } }],
    ['edges.offer.1', { ...FILE, edges: { ...FILE.edges, offer: [1, 1, 1] } }],
    ['edges.mask.2', { ...FILE, edges: { ...FILE.edges, mask: [3, 1, 2] } }],
    ['edges.mask', { ...FILE, edges: { ...FILE.edges, mask: [3, 1] } }],
    ['teachers', { ...FILE, teachers: [FILE.teachers[0], FILE.teachers[0]] }],
    ['offers.0.cap', { ...FILE, offers: [{ id: 'o0', cap: -1, slot: -1 }, FILE.offers[1]] }],
    ['teachers.0.w.1', { ...FILE, teachers: [{ id: 't0', k: 2, w: [20, 0.5] }, FILE.teachers[1]] }],
    ['teachers.0.w', { ...FILE, teachers: [{ id: 't0', k: 2, w: Array(32).fill(1) }, FILE.teachers[1]] }],
    ['edges.cost', { ...FILE, edges: { ...FILE.edges, cost: [1] } }],
    ['edges', { teachers: FILE.teachers, offers: FILE.offers }],
    ['$', [FILE]],
    ['$', { ...FILE, confidential: 'support-only' }],
  ])('is refused at %s', (path, value) => {
    const parsed = parseMatchingProblem(value);
    expect(parsed).toMatchObject({ kind: 'refused', problems: [{ path }] });
    if (parsed.kind === 'refused')
      for (const { ru, en } of parsed.problems) {
        expect(ru).toMatch(/[а-я]/);
        expect(en).toMatch(/[a-z]/);
      }
  });
});
