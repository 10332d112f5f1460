import { attribute } from '../xml/xml-scanner.js';

/** A switch as Word writes it: present without a value means on. */
export function isOn(attributes: string): boolean {
  const value = attribute(attributes, 'val');
  return value === undefined || !OFF.has(value);
}

const OFF: ReadonlySet<string> = new Set(['0', 'false', 'off', 'none']);
