/**
 * Tells the page around a frame how high the content is, whenever that changes and whenever that page asks.
 * The height is no secret, so any page may hear it.
 */
export function reportHeight(frame: Window): void {
  const root = frame.document.documentElement;
  if (frame.parent === frame) return;
  const id = root.querySelector<HTMLElement>('[data-orientir=plan]')?.dataset.id ?? '';
  const report = () => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    frame.parent.postMessage({ orientir: { id, height } }, '*');
  };
  new ResizeObserver(report).observe(root);
  frame.addEventListener('message', ({ source }) => {
    if (source === frame.parent) report();
  });
}
