/** Contrast as WCAG 2 counts it, of what the browser computed. @module */

type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

/** Of a colour on the ground behind an element. */
export function contrastOn(element: Element, colour: string): number {
  const ground = groundOf(element);
  const [one, other] = [luminance(blend(rgba(colour), ground)), luminance(ground)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** The first ground behind an element that hides what is under it, through shadow roots and slots; white if none does. */
function groundOf(element: Element | null): Rgba {
  if (element === null) return [255, 255, 255, 1];
  const own = rgba(getComputedStyle(element).backgroundColor);
  return own[3] === 1 ? own : blend(own, groundOf(around(element)));
}

function around(element: Element): Element | null {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });

/** Lets the browser say what `color(srgb …)`, names and mixtures come to. */
function rgba(colour: string): Rgba {
  if (pen === null) throw new Error('no canvas');
  pen.clearRect(0, 0, 1, 1);
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = pen.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

function blend([red, green, blue, alpha]: Rgba, [r, g, b]: Rgba): Rgba {
  const mix = (over: number, under: number) => over * alpha + under * (1 - alpha);
  return [mix(red, r), mix(green, g), mix(blue, b), 1];
}

function luminance([red, green, blue]: Rgba): number {
  const linear = (value: number) =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
