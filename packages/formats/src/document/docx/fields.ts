/**
 * Fields of a document: an instruction that nobody sees and the result that everybody does.
 *
 * @module
 */
import { attribute } from '../../xml/xml-scanner.js';
import { isOn } from '../on-off.js';

export interface Field {
  /** `HYPERLINK "https://…"` */
  instruction: string;
  /** Whether its result has begun. */
  shown: boolean;
  /** What stands for a field without a result: a box, the chosen entry of a list. */
  form: FormField | undefined;
}

export interface FormField {
  checkbox: boolean;
  checked: boolean;
  entries: string[];
  chosen: number;
}

/** The fields that are open at a place. */
export class Fields {
  readonly #open: Field[] = [];
  #instructions = 0;

  /** Whether text belongs to an instruction. */
  get inInstruction(): boolean {
    return this.#instructions > 0;
  }

  get innermost(): Field | undefined {
    return this.#open.at(-1);
  }

  begin(): void {
    this.#open.push({ instruction: '', shown: false, form: undefined });
    this.#instructions++;
  }

  instruction(text: string): void {
    const field = this.innermost;
    if (field !== undefined && !field.shown && field.instruction.length < MAX_INSTRUCTION)
      field.instruction += text.slice(0, MAX_INSTRUCTION);
  }

  /** The result begins. */
  separate(): Field | undefined {
    const field = this.innermost;
    if (field === undefined || field.shown) return undefined;
    field.shown = true;
    this.#instructions--;
    return field;
  }

  end(): Field | undefined {
    const field = this.#open.pop();
    if (field !== undefined && !field.shown) this.#instructions--;
    return field;
  }

  /** An element within `ffData` that says what stands for the field. */
  readFormProperty(name: string, attributes: string, parent: string): void {
    const field = this.innermost;
    if (field === undefined) return;
    if (name === 'checkBox' || name === 'ddList')
      field.form = { checkbox: name === 'checkBox', checked: false, entries: [], chosen: 0 };
    const { form } = field;
    if (form === undefined) return;
    const value = attribute(attributes, 'val') ?? '';
    if (parent === 'checkBox' && (name === 'checked' || name === 'default')) form.checked = isOn(attributes);
    else if (parent === 'ddList' && name === 'listEntry') form.entries.push(value);
    else if (parent === 'ddList' && name === 'result') form.chosen = Number(value);
  }

  /** Instructions never go on in another paragraph; one that seems to has lost its end. */
  endParagraph(): void {
    if (this.#instructions === 0) return;
    for (const field of this.#open) field.shown = true;
    this.#instructions = 0;
  }
}

const MAX_INSTRUCTION = 10_000;

/** The address in `HYPERLINK "address"`; absent for links within the document. */
export function hyperlinkOf(instruction: string): string | undefined {
  const [, quoted, bare] = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\]\S*))/i.exec(instruction) ?? [];
  return quoted ?? bare;
}

/** What a person sees of a form field. */
export function formText({ checkbox, checked, entries, chosen }: FormField): string {
  return checkbox ? (checked ? '☒' : '☐') : (entries[chosen] ?? '');
}
