import type { PlanLevel, Section } from '@orientir/core/road-map';
import { leadingNumber } from './leading-number.js';
import { plainText } from './plain-text.js';
import { sectionTerms } from './section-terms.js';
import { isUpperCase } from './sentence-shape.js';

/** A heading as it was found. */
export interface SectionHeading {
  readonly text: string;
  /** From a cell or an automatic list beside the text. */
  readonly number?: string;
  readonly bold: boolean;
  /** Level of a heading style. */
  readonly heading?: number;
}

/** A section that the document describes itself. */
export interface PlacedSection {
  readonly id: string;
  readonly number: string | undefined;
  readonly title: string;
  readonly parent: string | undefined;
  readonly addressee?: PlanLevel;
  readonly direction?: string;
}

/** The sections of a plan while its rows are read from above. */
export class SectionTree {
  readonly #sections: Section[] = [];
  readonly #byId = new Map<string, Section>();
  readonly #paths = new Map<string, readonly string[]>();
  readonly #byPath = new Map<string, Section>();
  #stack: OpenSection[] = [];
  /** The heading row above, for columns that name sections within it. */
  #base: Section | undefined;
  #current: Section | undefined;

  get sections(): readonly Section[] {
    return this.#sections;
  }

  get current(): Section | undefined {
    return this.#current;
  }

  /** Titles down to a section. */
  pathOf(id: string | undefined): readonly string[] {
    return (id === undefined ? undefined : this.#paths.get(id)) ?? NO_PATH;
  }

  byId(id: string): Section | undefined {
    return this.#byId.get(id);
  }

  /** Opens a section; a heading that is repeated after a page break opens none. Returns whether it is new. */
  open(heading: SectionHeading): boolean {
    const found = shapeOf(heading);
    const again = this.#stack.find(({ key }) => key === found.key);
    if (again !== undefined) {
      this.#stack = this.#stack.slice(0, this.#stack.indexOf(again) + 1);
      this.#goTo(again.section);
      return false;
    }
    const depth = depthIn(this.#stack, found);
    this.#stack = this.#stack.slice(0, depth);
    const parent = this.#stack.at(-1)?.section;
    const repeated = `${parent?.id ?? ''}\n${found.key}`;
    const known = found.number !== undefined ? this.#byPath.get(repeated) : undefined;
    const section = known ?? this.#add({ number: found.number, title: found.title, id: undefined, parent });
    this.#byPath.set(repeated, section);
    this.#stack.push({ ...found, section });
    this.#goTo(section);
    return known === undefined;
  }

  /** Goes to a section as the document itself describes it; sections around it come first. */
  place(section: PlacedSection): void {
    const known = this.#byId.get(section.id);
    const parent = section.parent === undefined ? undefined : this.#byId.get(section.parent);
    const { id, number, title, parent: _, ...terms } = section;
    this.#goTo(known ?? this.#add({ number, title, id, parent, terms }));
  }

  /** What comes next stands in no section. */
  leave(): void {
    this.#stack = [];
    this.#base = undefined;
    this.#current = undefined;
  }

  /** Goes to the section that a column names, within the heading row above. */
  enter(titles: readonly string[]): void {
    let section = this.#base;
    for (const text of titles) {
      const { number, title } = splitNumber(text);
      const key = `${section?.id ?? ''}\n${number ?? ''}\n${title}`;
      const known = this.#byPath.get(key);
      section = known ?? this.#add({ number, title, id: undefined, parent: section });
      this.#byPath.set(key, section);
    }
    this.#current = section;
  }

  #goTo(section: Section): void {
    this.#base = section;
    this.#current = section;
  }

  #add({
    number,
    title,
    id,
    parent,
    terms = {},
  }: {
    readonly number: string | undefined;
    readonly title: string;
    readonly id: string | undefined;
    readonly parent: Section | undefined;
    /** What the document says of it beside its words. */
    readonly terms?: Pick<Section, 'addressee' | 'direction'>;
  }): Section {
    let own = id;
    if (own === undefined || this.#byId.has(own)) {
      let at = this.#sections.length + 1;
      while (this.#byId.has(`s${at}`)) at++;
      own = `s${at}`;
    }
    const section: Section = {
      id: own,
      ...(number === undefined ? {} : { number }),
      title,
      ...(parent === undefined ? {} : { parent: parent.id }),
      ...sectionTerms(title),
      ...terms,
    };
    this.#sections.push(section);
    this.#byId.set(own, section);
    this.#paths.set(own, [...this.pathOf(parent?.id), title]);
    return section;
  }
}

interface HeadingShape {
  readonly number: string | undefined;
  readonly title: string;
  /** Of a decimal number. */
  readonly path: readonly number[];
  /** Headings of one style are siblings. */
  readonly style: string;
  readonly upper: boolean;
  readonly key: string;
}

interface OpenSection extends HeadingShape {
  readonly section: Section;
}

function shapeOf({ text, number: beside, bold, heading }: SectionHeading): HeadingShape {
  const whole = plainText(beside === undefined ? text : `${beside} ${text}`);
  const found = leadingNumber(whole, { bare: beside !== undefined });
  const title = found === undefined || found.rest === '' ? plainText(text) : found.rest;
  const number = found === undefined ? beside : found.rest === '' ? undefined : found.number;
  const upper = isUpperCase(title);
  const path = found?.style === 'decimal' ? found.path : [];
  const plain = heading !== undefined ? `heading ${heading}` : upper ? 'upper' : bold ? 'bold' : 'plain';
  const style = found === undefined ? plain : `${found.style} ${path.length}`;
  return { number, title, path, style, upper, key: `${number ?? ''}\n${title}` };
}

/** How many of the open sections stay around a new one. */
function depthIn(stack: readonly OpenSection[], found: HeadingShape): number {
  if (found.path.length > 0) {
    for (let depth = stack.length; depth > 0; depth--) {
      const open = stack[depth - 1];
      if (open !== undefined && isWithin(found.path, open.path)) return depth;
    }
    const first = stack.findIndex(({ path }) => path.length > 0);
    return first < 0 ? stack.length : first;
  }
  const same = stack.findIndex(({ style }) => style === found.style);
  if (same >= 0) return same;
  const level = headingLevel(found.style);
  if (level !== undefined) {
    const deeper = stack.findIndex(({ style }) => (headingLevel(style) ?? 0) > level);
    if (deeper >= 0) return deeper;
  }
  if (found.style.startsWith('roman') || found.style.startsWith('keyword')) {
    const numbered = stack.findIndex(({ path }) => path.length > 0);
    if (numbered >= 0) return numbered;
  }
  if (found.upper) {
    const small = stack.findIndex(({ upper }) => !upper);
    if (small >= 0) return small;
  }
  return stack.length;
}

/** Whether one number is deeper than the other and begins with it: 1.2.1 in 1.2. A number of one part is in none. */
function isWithin(path: readonly number[], around: readonly number[]): boolean {
  return around.length > 0 && around.length < path.length && around.every((part, i) => part === path[i]);
}

function headingLevel(style: string): number | undefined {
  const level = /^heading (\d+)$/.exec(style)?.[1];
  return level === undefined ? undefined : Number(level);
}

function splitNumber(text: string): { readonly number: string | undefined; readonly title: string } {
  const plain = plainText(text);
  const found = leadingNumber(plain);
  if (found === undefined || found.rest === '') return { number: undefined, title: plain };
  return { number: found.number, title: found.rest };
}

const NO_PATH: readonly string[] = [];
