import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.js';

describe('canonicalJson', () => {
  it('writes the example of RFC 8785, 3.2.2', () => {
    expect(
      canonicalJson({
        numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
        string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/',
        literals: [null, true, false],
      }),
    ).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('puts keys in the order of UTF-16 code units, as in 3.2.3', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
    const text = canonicalJson(Object.fromEntries(keys.map((key, i) => [key, i])));
    expect(Array.from(text.matchAll(/:(\d)/g), ([, place]) => keys[Number(place)])).toEqual([
      '\r',
      '1',
      '\u0080',
      '\u00f6',
      '\u20ac',
      '\ud83d\ude00',
      '\ufb33',
    ]);
  });

  it('leaves out what is undefined, and nothing else', () => {
    expect(canonicalJson({ b: 0, a: '', c: [], d: {}, e: null, f: false })).toBe(
      '{"a":"","b":0,"c":[],"d":{},"e":null,"f":false}',
    );
    const of: Record<string, number> = { kept: 1 };
    Object.assign(of, { gone: undefined });
    expect(canonicalJson(of)).toBe('{"kept":1}');
  });

  it('refuses numbers that JSON does not have', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => canonicalJson([value])).toThrow('canonicalJson requires finite numbers');
    }
    expect(canonicalJson('\ud800')).toBe('"\\ud800"');
  });
});
