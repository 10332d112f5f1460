/**
 * The relationships of a part of an office document: which other parts and addresses it refers to.
 *
 * @module
 */
import { attribute, scanXml } from './xml-scanner.js';

export interface Relationship {
  /** The last step of its type: `officeDocument`, `styles`, `hyperlink` … the same in both editions of the standard. */
  readonly type: string;
  /** Name of the part, or the address outside. */
  readonly target: string;
  readonly external: boolean;
}

/** Relationships by id. `folder` is that of the part they belong to. @throws {FileError} */
export function relationships(xml: string, folder: string): ReadonlyMap<string, Relationship> {
  const found = new Map<string, Relationship>();
  scanXml(xml, {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const external = attribute(attributes, 'TargetMode') === 'External';
      const target = attribute(attributes, 'Target') ?? '';
      found.set(attribute(attributes, 'Id') ?? '', {
        type: (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? '',
        target: external ? target : partName(target, folder),
        external,
      });
    },
  });
  return found;
}

/** Name of the part of a type inside the document; absent where it has none. */
export function partOfType(related: ReadonlyMap<string, Relationship>, wanted: string): string | undefined {
  return [...related.values()].find(({ type, external }) => type === wanted && !external)?.target;
}

/** Where the relationships of a part stand. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** `word` for `word/document.xml`. */
export function folderOf(part: string): string {
  return part.slice(0, Math.max(0, part.lastIndexOf('/')));
}

function partName(target: string, folder: string): string {
  const steps = /^[/\\]/.test(target) || folder === '' ? [] : folder.split('/');
  for (const step of target.split(/[/\\]/)) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
