/** Shapes that carry a meaning where colour must not carry it alone. @module */
import type { Mark } from '../geometry/marks.js';
import { short } from '../geometry/marks.js';

/**
 * A triangle up says “higher” or “rose” only, one down “lower”, “low” or “fell”; a ring “not sure”, a dash “nothing to say”, a diamond
 * “worth a look”. The others take their meaning from the legend.
 */
export type Shape = 'circle' | 'half' | 'ring' | 'up' | 'down' | 'dash' | 'equal' | 'diamond' | 'hatch';

/** A shape about a point; `r` is half its width. */
export function shapeMarks(shape: Shape, x: number, y: number, r: number, role: string): readonly Mark[] {
  const path = (...points: readonly (readonly [number, number])[]) =>
    points.map(([dx, dy], i) => `${i === 0 ? 'M' : 'L'}${short(x + dx * r)} ${short(y + dy * r)}`).join('');
  const solid = `shape ${role}`;
  const outline = `outline ${role}`;
  switch (shape) {
    case 'circle':
      return [{ kind: 'circle', cx: x, cy: y, r, role: solid }];
    case 'ring':
      return [{ kind: 'circle', cx: x, cy: y, r, role: outline }];
    case 'half':
      return [
        { kind: 'circle', cx: x, cy: y, r, role: outline },
        {
          kind: 'path',
          d: `M${short(x)} ${short(y - r)}A${short(r)} ${short(r)} 0 0 0 ${short(x)} ${short(y + r)}Z`,
          role: solid,
        },
      ];
    case 'up':
      return [{ kind: 'path', d: `${path([0, -1.1], [1.1, 0.9], [-1.1, 0.9])}Z`, role: solid }];
    case 'down':
      return [{ kind: 'path', d: `${path([0, 1.1], [1.1, -0.9], [-1.1, -0.9])}Z`, role: solid }];
    case 'diamond':
      return [{ kind: 'path', d: `${path([0, -1.2], [1.2, 0], [0, 1.2], [-1.2, 0])}Z`, role: solid }];
    case 'dash':
      return [{ kind: 'line', x1: x - r, y1: y, x2: x + r, y2: y, role: outline }];
    case 'equal':
      return [-0.45, 0.45].map((dy) => ({
        kind: 'line' as const,
        x1: x - r,
        y1: y + dy * r,
        x2: x + r,
        y2: y + dy * r,
        role: outline,
      }));
    case 'hatch':
      return [
        {
          kind: 'path',
          d: [-1, 0, 1].map((dx) => path([dx - 0.6, 1], [dx + 0.6, -1])).join(''),
          role: outline,
        },
      ];
  }
}
