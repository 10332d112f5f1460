import { afterEach, describe, expect, it } from 'vitest';
import { today } from './today.js';

describe('today', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it('is the day where the computer stands', () => {
    const evening = new Date('2026-08-31T20:30:00Z');
    process.env.TZ = 'Asia/Kamchatka';
    expect(today(evening)).toBe('2026-09-01');
    process.env.TZ = 'Europe/Kaliningrad';
    expect(today(evening)).toBe('2026-08-31');
  });
});
