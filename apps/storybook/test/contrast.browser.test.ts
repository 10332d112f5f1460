import { expect, it } from 'vitest';
import { contrastOn } from './contrast.js';

it('agrees with published contrasts, also through a shadow root and a colour that lets the ground through', () => {
  expect(contrastOn(document.body, '#000')).toBeCloseTo(21);
  expect(contrastOn(document.body, '#767676')).toBeCloseTo(4.54, 2);
  const host = document.createElement('div');
  host.style.background = '#000';
  document.body.append(host);
  const inside = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('p'));
  expect(contrastOn(inside, '#fff')).toBeCloseTo(21);
  expect(contrastOn(inside, 'rgb(255 255 255 / 50%)')).toBeCloseTo(contrastOn(inside, '#808080'), 1);
  host.remove();
});
