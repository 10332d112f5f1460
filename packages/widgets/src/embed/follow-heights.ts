import { isRecord } from '@orientir/core/foundation';

/**
 * Gives frames (`iframe[data-orientir=frame]`) the height that their page reports. Believes only the page that the frame
 * was made for: the message must come out of that very frame and from the origin of its address.
 */
export function followHeights(page: Window): void {
  const frames = () => page.document.querySelectorAll<HTMLIFrameElement>('iframe[data-orientir=frame]');
  page.addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
    const height = heightIn(data);
    if (height === undefined) return;
    for (const frame of frames())
      if (frame.contentWindow === source && frame.src.startsWith(`${origin}/`))
        frame.style.height = `${height}px`;
  });
  // Frames that were ready before this script are asked once.
  for (const frame of frames()) frame.contentWindow?.postMessage({ orientir: {} }, '*');
}

/** Between a line and some fifty screens: beyond that something is wrong. */
function heightIn(data: unknown): number | undefined {
  if (!isRecord(data) || !isRecord(data.orientir)) return undefined;
  const { height } = data.orientir;
  return typeof height === 'number' && height > 50 && height < 50_000 ? Math.ceil(height) : undefined;
}
