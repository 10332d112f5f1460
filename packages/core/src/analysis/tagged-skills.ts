import type { Item } from '../assessment/assessment.js';
import type { TaggedSkillsRule } from '../assessment/readiness-rules.js';

/** A skill that tags of items name. */
export interface TaggedSkill {
  readonly name: string;
  /** Indices of its items, ascending. */
  readonly items: readonly number[];
  /** Share 0..1; absent where a tag says something that is no share. Of several targets the highest. */
  readonly target: number | undefined;
}

/**
 * Skills of the tags `readiness:multiplication-table` or `readiness:multiplication-table=0.95`, in the order of their first
 * items. A decimal comma and `95%` are understood.
 */
export function taggedSkills(
  items: readonly Item[],
  { tag, target: byDefault }: Pick<TaggedSkillsRule, 'tag' | 'target'>,
): readonly TaggedSkill[] {
  const skills = new Map<string, { items: number[]; targets: (number | undefined)[] }>();
  items.forEach(({ tags = [] }, index) => {
    for (const text of tags) {
      const [, name = '', said] = new RegExp(`^${tag}:([^=]+)(?:=(.*))?$`).exec(text.trim()) ?? [];
      if (name.trim() === '') continue;
      const skill = skills.get(name.trim()) ?? { items: [], targets: [] };
      skills.set(name.trim(), skill);
      if (!skill.items.includes(index)) skill.items.push(index);
      if (said !== undefined) skill.targets.push(shareIn(said));
    }
  });
  return Array.from(skills, ([name, { items: of, targets }]) => ({
    name,
    items: of,
    target: targets.length === 0 ? byDefault : highest(targets),
  }));
}

function highest(targets: readonly (number | undefined)[]): number | undefined {
  const known = targets.flatMap((target) => target ?? []);
  return known.length < targets.length ? undefined : Math.max(...known);
}

function shareIn(text: string): number | undefined {
  const [, digits = '', percent] = /^\s*(\d+(?:[.,]\d+)?)\s*(%)?\s*$/.exec(text) ?? [];
  const share = Number(digits.replace(',', '.')) / (percent === undefined ? 1 : 100);
  return share > 0 && share <= 1 ? share : undefined;
}
