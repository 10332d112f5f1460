import type { FunnelData } from '@orientir/widgets/funnel';
import { chartSheet, funnelHtml } from '@orientir/widgets/funnel';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { expect, waitFor } from 'storybook/test';
import { neverLoads } from './never-loads.js';
import { PATIENTLY } from './patiently.js';
import { sampleFunnel } from './sample-charts.js';

interface Arguments {
  readonly data?: FunnelData;
  readonly src?: string;
}

const meta: Meta<Arguments> = {
  title: 'Воронка',
  render: ({ data, src }) =>
    html`<main lang="ru"><orientir-funnel .data=${data} .src=${src}></orientir-funnel></main>`,
};

export default meta;
type Story = StoryObj<Arguments>;

const inside = (canvas: HTMLElement) => canvas.querySelector('orientir-funnel')?.shadowRoot;

export const Usual: Story = { name: 'Обычно', args: { data: sampleFunnel(40) } };

export const One: Story = { name: 'Одно', args: { data: sampleFunnel(1) } };

export const Many: Story = { name: 'Шестьсот школ', args: { data: sampleFunnel(600) } };

export const NoData: Story = { name: 'Нет данных' };

export const Static: Story = {
  name: 'Без скрипта',
  render: () =>
    html`<main lang="ru"><style>${chartSheet()}</style>${unsafeHTML(funnelHtml(sampleFunnel(40), 'ru'))}</main>`,
};

export const Failed: Story = {
  name: 'Ошибка загрузки',
  args: { src: './нет-такого-файла.json' },
  play: async ({ canvasElement }) => {
    await waitFor(
      () => expect(inside(canvasElement)?.querySelector('[role=alert]')).not.toBeNull(),
      PATIENTLY,
    );
  },
};

export const Slow: Story = {
  name: 'Долгая загрузка',
  args: { src: './slow.json' },
  beforeEach: neverLoads,
  play: async ({ canvasElement }) => {
    await waitFor(() =>
      expect(inside(canvasElement)?.querySelector('[role=status]')?.textContent).toBe('Загружаем данные…'),
    );
  },
};

export const Dark: Story = {
  name: 'Тёмная тема',
  args: { data: sampleFunnel(40) },
  globals: { theme: 'dark' },
};

export const LowVision: Story = {
  name: 'Для слабовидящих',
  args: { data: sampleFunnel(40) },
  globals: { theme: 'black' },
};

export const LargeText: Story = {
  name: 'Текст 200 %',
  args: { data: sampleFunnel(40) },
  render: ({ data }) =>
    html`<main lang="ru" style="font-size: 200%; max-width: 640px"><orientir-funnel .data=${data}></orientir-funnel></main>`,
};

export const English: Story = {
  name: 'English',
  args: { data: sampleFunnel(40) },
  render: ({ data }) => html`<main lang="en"><orientir-funnel .data=${data}></orientir-funnel></main>`,
};
