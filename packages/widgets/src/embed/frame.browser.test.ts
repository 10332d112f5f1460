import { afterEach, describe, expect, it, vi } from 'vitest';
import { PATIENTLY } from '../../test/patiently.js';
import { followHeights } from './follow-heights.js';
import { openOutside } from './open-outside.js';
import { reportHeight } from './report-height.js';

followHeights(window);

afterEach(() => document.body.replaceChildren());

/** A frame of the same origin with nothing in it. */
async function aFrame(): Promise<{ readonly frame: HTMLIFrameElement; readonly inside: Window }> {
  const frame = document.createElement('iframe');
  frame.dataset.orientir = 'frame';
  frame.src = `${location.origin}/@vite/empty?${Math.random()}`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  document.body.append(frame);
  await loaded;
  const inside = frame.contentWindow;
  if (inside === null) throw new Error('no window');
  inside.document.body.style.margin = '0';
  return { frame, inside };
}

function say(source: Window | null, origin: string, data: unknown): void {
  window.dispatchEvent(new MessageEvent('message', { source, origin, data }));
}

describe('followHeights', () => {
  it('takes what the page in the frame says of itself, each frame its own', async () => {
    const [one, other] = [await aFrame(), await aFrame()];
    one.inside.document.body.innerHTML = '<div style="height:432px"></div>';
    other.inside.document.body.innerHTML = '<div style="height:765px"></div>';
    for (const { inside } of [one, other]) {
      const script = inside.document.createElement('script');
      script.textContent = `(${reportHeight})(window)`;
      inside.document.head.append(script);
    }
    await vi.waitFor(() => expect(one.frame.style.height).toBe('432px'), PATIENTLY);
    await vi.waitFor(() => expect(other.frame.style.height).toBe('765px'), PATIENTLY);
    one.inside.document.body.innerHTML = '<div style="height:300px"></div>';
    await vi.waitFor(() => expect(one.frame.style.height).toBe('300px'), PATIENTLY);
  });

  it('asks frames that were there before it', async () => {
    const { frame, inside } = await aFrame();
    const heard = new Promise((resolve) => inside.addEventListener('message', resolve));
    followHeights(window);
    await heard;
    expect(frame.style.height).toBe('');
  });

  it('believes neither another window nor another origin', async () => {
    const { frame, inside } = await aFrame();
    const data = { orientir: { id: 'x', height: 900 } };
    say(window, location.origin, data);
    say(null, location.origin, data);
    say(inside, 'https://evil.example', data);
    say(inside, 'null', data);
    expect(frame.style.height).toBe('');
    say(inside, location.origin, data);
    expect(frame.style.height).toBe('900px');
  });

  it('takes no height that cannot be', async () => {
    const { frame, inside } = await aFrame();
    const heights = [0, -5, 1e9, Number.NaN, Number.POSITIVE_INFINITY, '900', null, {}, '9px;position:fixed'];
    for (const height of heights) say(inside, location.origin, { orientir: { height } });
    for (const data of [null, undefined, 'orientir', 5, { orientir: null }])
      say(inside, location.origin, data);
    expect(frame.style.height).toBe('');
  });

  it('leaves other frames alone', async () => {
    const { frame, inside } = await aFrame();
    delete frame.dataset.orientir;
    say(inside, location.origin, { orientir: { height: 900 } });
    expect(frame.style.height).toBe('');
  });
});

describe('reportHeight', () => {
  it('says nothing in a page that is in no frame', () => {
    const posted = vi.spyOn(window, 'postMessage');
    reportHeight(window.top ?? window);
    expect(posted).not.toHaveBeenCalled();
    posted.mockRestore();
  });
});

describe('openOutside', () => {
  it('opens links to other pages outside the frame, and places of the page inside', () => {
    document.body.innerHTML = '<a href="https://example.org/a"><b>а</b></a><a href="#plan-1">б</a>';
    openOutside(document);
    const stop = (event: Event) => event.preventDefault();
    document.addEventListener('click', stop);
    document.querySelector('b')?.click();
    document.querySelector<HTMLElement>('a[href^="#"]')?.click();
    document.removeEventListener('click', stop);
    expect(Array.from(document.querySelectorAll('a'), ({ target }) => target)).toEqual(['_blank', '']);
  });
});
