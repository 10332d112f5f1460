import { describe, expect, it } from 'vitest';
import { besideSign, classCell, classSign } from './class-sign.js';
import { both } from './text.js';

describe('classCell', () => {
  it('has a drawn shape that readers do not hear, the words beside it, and its place for sorting', () => {
    const cell = classCell(classSign('up', both('низкие & слабые', 'low & weak')), 2);
    expect(cell).toMatch(
      /^<td data-v="2"><span class="class"><svg class="sign" viewBox="0 0 16 16" aria-hidden="true"/,
    );
    expect(cell).toContain(
      '</svg><span><span data-en="low &amp; weak">низкие &amp; слабые</span></span></span></td>',
    );
  });
});

describe('besideSign', () => {
  it('needs no font: every shape is drawn, and no two are alike', () => {
    const shapes = (['up', 'down', 'circle', 'ring', 'half', 'diamond', 'dash'] as const).map((shape) =>
      besideSign(shape, 'word'),
    );
    expect(new Set(shapes).size).toBe(shapes.length);
    for (const html of shapes) {
      expect(html).toMatch(/class="(?:shape|outline) plain"/);
      expect(html.replace(/<[^>]+>/g, '')).toBe('word');
    }
  });
});
