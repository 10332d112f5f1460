import { attribute } from '../../xml/xml-scanner.js';
import { isOn } from '../on-off.js';
import { ParagraphDraft } from '../paragraph-draft.js';
import type { AutomaticNumbers } from './automatic-numbers.js';
import type { Styles } from './styles.js';
import { headingOfLevel } from './styles.js';

/** A paragraph while it is open, with what it says of itself. */
export class OpenParagraph {
  readonly draft = new ParagraphDraft();
  /** Its end was deleted: it goes on in the next paragraph. */
  endDeleted = false;
  style: string | undefined;
  #heading: number | undefined;
  #numberId: string | undefined;
  #numberLevel: number | undefined;

  /** An element of `pPr` or of `numPr` in it. */
  readProperty(name: string, attributes: string): void {
    const value = attribute(attributes, 'val') ?? '';
    if (name === 'pStyle') this.style = value;
    else if (name === 'outlineLvl') this.#heading = headingOfLevel(value);
    else if (name === 'numId') this.#numberId = value;
    else if (name === 'ilvl') this.#numberLevel = Number(value);
  }

  /** Level of a heading, from 1. */
  heading(styles: Styles): number | undefined {
    const heading = this.#heading ?? styles.paragraph(this.style).heading;
    return heading === 0 ? undefined : heading;
  }

  /** Its automatic number, which is counted by that. */
  takeNumber(styles: Styles, numbers: AutomaticNumbers): string | undefined {
    const style = styles.paragraph(this.style);
    const id = this.#numberId ?? style.numberId;
    if (id === undefined || id === '0') return undefined;
    return numbers.next(id, this.#numberLevel ?? this.#levelOfStyle(id, styles, numbers) ?? 0);
  }

  #levelOfStyle(id: string, styles: Styles, numbers: AutomaticNumbers): number | undefined {
    const { numberLevel, numberedBy } = styles.paragraph(this.style);
    if (this.#numberId !== undefined || numberedBy === undefined) return undefined;
    return numberLevel ?? numbers.levelOfStyle(id, numberedBy);
  }
}

/** A run of text with the same properties. */
export class OpenRun {
  #bold: boolean | undefined;
  #hidden: boolean | undefined;
  #style: string | undefined;

  /** An element of `rPr`. */
  readProperty(name: string, attributes: string): void {
    if (name === 'b') this.#bold = isOn(attributes);
    else if (name === 'vanish') this.#hidden = isOn(attributes);
    else if (name === 'rStyle') this.#style = attribute(attributes, 'val');
  }

  isBold(styles: Styles, paragraphStyle: string | undefined): boolean {
    const own = this.#style === undefined ? undefined : styles.style(this.#style);
    return this.#bold ?? own?.bold ?? styles.paragraph(paragraphStyle).bold ?? styles.defaults.bold ?? false;
  }

  isHidden(styles: Styles, paragraphStyle: string | undefined): boolean {
    const own = this.#style === undefined ? undefined : styles.style(this.#style);
    return (
      this.#hidden ??
      own?.hidden ??
      styles.paragraph(paragraphStyle).hidden ??
      styles.defaults.hidden ??
      false
    );
  }
}
