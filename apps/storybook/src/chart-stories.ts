/**
 * What the stories of every chart have in common: how it loads, fails, and looks in other themes and sizes.
 *
 * @module
 */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import { expect, waitFor } from 'storybook/test';
import { neverLoads } from './never-loads.js';
import { PATIENTLY } from './patiently.js';

/** A chart with its data; `choice` is the value of the attribute that the chart lets people choose by. */
export interface ChartArguments {
  readonly data?: object;
  readonly src?: string;
  readonly choice?: string;
}

type Story = StoryObj<ChartArguments>;

interface Chart {
  readonly tag: string;
  /** Name of the attribute that `choice` sets. */
  readonly attribute?: string;
  readonly usual: object;
  /** The chart as HTML without a script, styles included. */
  readonly withoutScript?: () => string;
}

/** Stories must be exported by name where they are; these are their bodies. */
export function chartStories({ tag, attribute, usual, withoutScript }: Chart) {
  const name = unsafeStatic(tag);
  const chosen = unsafeStatic(attribute ?? 'data-choice');
  const element = ({ data, src, choice }: ChartArguments) =>
    choice === undefined
      ? staticHtml`<${name} .data=${data} .src=${src}></${name}>`
      : staticHtml`<${name} .data=${data} .src=${src} ${chosen}=${choice}></${name}>`;
  const inside = (canvas: HTMLElement) => canvas.querySelector(tag)?.shadowRoot;
  const meta: Meta<ChartArguments> = {
    render: (of) => html`<main lang="ru">${element(of)}</main>`,
  };
  const failed: Story = {
    args: { src: './нет-такого-файла.json' },
    play: async ({ canvasElement }) => {
      await waitFor(
        () => expect(inside(canvasElement)?.querySelector('[role=alert]')).not.toBeNull(),
        PATIENTLY,
      );
    },
  };
  const slow: Story = {
    args: { src: './slow.json' },
    beforeEach: neverLoads,
    play: async ({ canvasElement }) => {
      await waitFor(() =>
        expect(inside(canvasElement)?.querySelector('[role=status]')?.textContent).toBe('Загружаем данные…'),
      );
    },
  };
  const args = { data: usual };
  const shown: Story = { args };
  const largeText: Story = {
    args,
    render: (of) => html`<main lang="ru" style="font-size: 200%; max-width: 640px">${element(of)}</main>`,
  };
  const english: Story = { args, render: (of) => html`<main lang="en">${element(of)}</main>` };
  const dark: Story = { args, globals: { theme: 'dark' } };
  const lowVision: Story = { args, globals: { theme: 'black' } };
  const plain: Story = {
    render: () => html`<main lang="ru">${unsafeHTML(withoutScript?.() ?? '')}</main>`,
  };
  return { meta, shown, plain, failed, slow, dark, lowVision, largeText, english };
}
