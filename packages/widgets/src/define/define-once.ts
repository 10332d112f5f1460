/** Registers an element; a second copy of the script on the page, or a server without elements, changes nothing. */
export function defineOnce(name: string, element: CustomElementConstructor): void {
  if (typeof customElements === 'undefined' || customElements.get(name) !== undefined) return;
  customElements.define(name, element);
}
