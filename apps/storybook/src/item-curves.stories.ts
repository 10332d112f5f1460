import type { ItemCurvesData } from '@orientir/widgets/item-curves';
import { chartSheet, itemCurvesHtml } from '@orientir/widgets/item-curves';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { expect, waitFor } from 'storybook/test';
import { neverLoads } from './never-loads.js';
import { PATIENTLY } from './patiently.js';
import { sampleItemCurves } from './sample-charts.js';

interface Arguments {
  readonly data?: ItemCurvesData;
  readonly src?: string;
  readonly by?: string;
}

const meta: Meta<Arguments> = {
  title: 'Кривые заданий',
  render: ({ data, src, by = 'quarter' }) =>
    html`<main lang="ru"><orientir-item-curves .data=${data} .src=${src} by=${by}></orientir-item-curves></main>`,
};

export default meta;
type Story = StoryObj<Arguments>;

const inside = (canvas: HTMLElement) => canvas.querySelector('orientir-item-curves')?.shadowRoot;

export const Usual: Story = { name: 'Обычно', args: { data: sampleItemCurves(12) } };

export const Other: Story = { name: 'По отметкам', args: { data: sampleItemCurves(12), by: 'mark' } };

export const One: Story = { name: 'Одно', args: { data: sampleItemCurves(1) } };

export const Many: Story = { name: 'Сорок заданий', args: { data: sampleItemCurves(40) } };

export const NoData: Story = { name: 'Нет данных' };

export const Static: Story = {
  name: 'Без скрипта',
  render: () =>
    html`<main lang="ru"><style>${chartSheet()}</style>${unsafeHTML(itemCurvesHtml(sampleItemCurves(12), 'ru'))}</main>`,
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
  args: { data: sampleItemCurves(12) },
  globals: { theme: 'dark' },
};

export const LowVision: Story = {
  name: 'Для слабовидящих',
  args: { data: sampleItemCurves(12) },
  globals: { theme: 'black' },
};

export const LargeText: Story = {
  name: 'Текст 200 %',
  args: { data: sampleItemCurves(12) },
  render: ({ data }) =>
    html`<main lang="ru" style="font-size: 200%; max-width: 640px"><orientir-item-curves .data=${data}></orientir-item-curves></main>`,
};

export const English: Story = {
  name: 'English',
  args: { data: sampleItemCurves(12) },
  render: ({ data }) =>
    html`<main lang="en"><orientir-item-curves .data=${data}></orientir-item-curves></main>`,
};
