import type { TemplateResult } from 'lit';
import { svg } from 'lit';
import type { Mark } from './marks.js';
import { short } from './marks.js';

/** Draws marks inside an `<svg>` of a Lit template. */
export function marksToLit(marks: readonly Mark[]): readonly TemplateResult[] {
  return marks.map(markToLit);
}

function markToLit(mark: Mark): TemplateResult {
  switch (mark.kind) {
    case 'line':
      return svg`<line class=${mark.role} x1=${short(mark.x1)} y1=${short(mark.y1)} x2=${short(mark.x2)} y2=${short(mark.y2)}></line>`;
    case 'circle':
      return svg`<circle class=${mark.role} cx=${short(mark.cx)} cy=${short(mark.cy)} r=${short(mark.r)}></circle>`;
    case 'rect':
      return svg`<rect class=${mark.role} x=${short(mark.x)} y=${short(mark.y)} width=${short(mark.width)} height=${short(mark.height)}></rect>`;
    case 'path':
      return svg`<path class=${mark.role} d=${mark.d}></path>`;
    case 'text':
      return svg`<text class=${mark.role} x=${short(mark.x)} y=${short(mark.y)} text-anchor=${mark.anchor}>${mark.text}</text>`;
  }
}
