import { formatNumber } from '../number-formats.js';
import type { ListLevel, ListNumbering } from './numbering-definitions.js';
import { MAX_LEVELS } from './numbering-definitions.js';
import { bulletText } from './symbols.js';

/** Counts the paragraphs of lists in their order and prints their numbers. */
export class AutomaticNumbers {
  readonly #numberings: ReadonlyMap<string, ListNumbering>;
  /** The last number of each level, by list. */
  readonly #counts = new Map<string, (number | undefined)[]>();
  /** Levels of numberings that have begun. */
  readonly #begun = new Set<string>();

  constructor(numberings: ReadonlyMap<string, ListNumbering>) {
    this.#numberings = numberings;
  }

  /** The level that belongs to a paragraph style. */
  levelOfStyle(id: string, style: string): number | undefined {
    for (const [level, definition] of this.#numberings.get(id)?.levels ?? []) {
      if (definition.style === style) return level;
    }
    return undefined;
  }

  /** The number of the next paragraph; absent where nothing is printed. */
  next(id: string, level: number): string | undefined {
    const numbering = this.#numberings.get(id);
    const definition = numbering?.levels.get(level);
    if (numbering === undefined || definition === undefined || !(level >= 0 && level < MAX_LEVELS))
      return undefined;
    const counts = this.#counts.get(numbering.list) ?? [];
    this.#counts.set(numbering.list, counts);
    // A level that is passed over counts as begun: the number after it is its second.
    for (let above = 0; above < level; above++) {
      if (counts[above] === undefined && numbering.levels.has(above))
        counts[above] = this.#count(numbering, id, above);
    }
    counts[level] = this.#count(numbering, id, level);
    for (let below = level + 1; below < MAX_LEVELS; below++) {
      const restart = numbering.levels.get(below)?.restart;
      if (restart === undefined || level < restart) counts[below] = undefined;
    }
    return printed(numbering, definition, counts);
  }

  #count({ list, levels, starts }: ListNumbering, id: string, level: number): number {
    const begin = `${id} ${level}`;
    const given = this.#begun.has(begin) ? undefined : starts.get(level);
    this.#begun.add(begin);
    const before = this.#counts.get(list)?.[level];
    return given ?? (before === undefined ? (levels.get(level)?.start ?? 0) : before + 1);
  }
}

function printed(
  { levels }: ListNumbering,
  definition: Readonly<ListLevel>,
  counts: readonly (number | undefined)[],
): string | undefined {
  if (definition.format === 'bullet') return bulletText(definition.font, definition.text);
  const text = definition.text
    .replace(/%([1-9])/g, (_, digit: string) => {
      const level = Number(digit) - 1;
      const shown = levels.get(level);
      if (shown === undefined) return '';
      const format = definition.legal ? 'decimal' : shown.format;
      return format === 'bullet' ? '' : formatNumber(counts[level] ?? shown.start, format);
    })
    .trim();
  return text === '' ? undefined : text;
}
