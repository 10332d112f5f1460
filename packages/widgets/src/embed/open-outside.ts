/** Opens links to other pages outside the frame, where they would be tiny; places of the page itself stay inside. */
export function openOutside(page: Document): void {
  page.addEventListener('click', (event) => {
    const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement);
    if (link !== undefined && link.hash === '' && !link.hasAttribute('download')) link.target = '_blank';
  });
}
