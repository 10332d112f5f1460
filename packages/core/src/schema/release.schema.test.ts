import { describe, expect, it } from 'vitest';
import { aMeasure, aPlan } from '../../test/road-map/a-plan.js';
import { releaseOf } from '../road-map/release.js';
import { parseRelease } from './release.schema.js';

const release = releaseOf(aPlan([aMeasure('m1', { text: 'Семинар' })]));

describe('parseRelease', () => {
  it('reads what releaseOf made', () => {
    expect(parseRelease(JSON.parse(JSON.stringify(release)))).toEqual({ kind: 'release', release });
  });

  it('refuses a release that somebody changed', () => {
    const altered = { ...release, plan: { ...release.plan, title: 'Другое' } };
    expect(parseRelease(altered)).toMatchObject({ kind: 'refused', problems: [{ path: 'hash' }] });
    expect(parseRelease({ ...release, hash: 'sha256:0' })).toMatchObject({
      kind: 'refused',
      problems: [{ path: 'hash' }],
    });
  });

  it('knows a plan from a release', () => {
    expect(parseRelease(release.plan)).toMatchObject({ kind: 'refused' });
  });
});
