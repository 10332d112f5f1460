import { describe, expect, it } from 'vitest';
import { classCell, classSign, drawSign, saySign } from './class-sign.js';
import { both } from './text.js';

describe('classCell', () => {
  it('has a drawn shape that readers do not hear, the words, and its place for sorting', () => {
    const cell = classCell(classSign('up', both('низкие & слабые', 'low & weak')), 2);
    expect(cell).toMatch(/^<td data-v="2"><svg class="sign" viewBox="0 0 16 16" aria-hidden="true"/);
    expect(cell).toContain('<span data-en="low &amp; weak">низкие &amp; слабые</span></td>');
  });
});

describe('drawSign', () => {
  it('needs no font: every shape is drawn, and no two are alike', () => {
    const shapes = (['up', 'down', 'circle', 'ring', 'half', 'diamond', 'dash'] as const).map(drawSign);
    expect(new Set(shapes).size).toBe(shapes.length);
    for (const svg of shapes) {
      expect(svg).toMatch(/class="(?:shape|outline) plain"/);
      expect(svg.replace(/<[^>]+>/g, '')).toBe('');
    }
  });
});

describe('saySign', () => {
  it('sets the shape before the words', () => {
    expect(saySign(classSign('ring', both('да', 'yes')))).toMatch(
      /<\/svg>&nbsp;<span data-en="yes">да<\/span>$/,
    );
  });
});
