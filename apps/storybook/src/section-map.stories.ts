import type { SectionMapData } from '@orientir/widgets/section-map';
import { chartSheet, sectionMapHtml } from '@orientir/widgets/section-map';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { expect, waitFor } from 'storybook/test';
import { neverLoads } from './never-loads.js';
import { PATIENTLY } from './patiently.js';
import { sampleSectionMap } from './sample-charts.js';

interface Arguments {
  readonly data?: SectionMapData;
  readonly src?: string;
  readonly order?: string;
}

const meta: Meta<Arguments> = {
  title: 'Карта разделов',
  render: ({ data, src, order = 'unit' }) =>
    html`<main lang="ru"><orientir-section-map .data=${data} .src=${src} order=${order}></orientir-section-map></main>`,
};

export default meta;
type Story = StoryObj<Arguments>;

const inside = (canvas: HTMLElement) => canvas.querySelector('orientir-section-map')?.shadowRoot;

export const Usual: Story = { name: 'Обычно', args: { data: sampleSectionMap(12) } };

export const Other: Story = {
  name: 'Где помощь нужнее',
  args: { data: sampleSectionMap(12), order: 'evidence' },
};

export const One: Story = { name: 'Одно', args: { data: sampleSectionMap(1) } };

export const Many: Story = { name: 'Триста школ', args: { data: sampleSectionMap(300) } };

export const NoData: Story = { name: 'Нет данных' };

export const Static: Story = {
  name: 'Без скрипта',
  render: () =>
    html`<main lang="ru"><style>${chartSheet()}</style>${unsafeHTML(sectionMapHtml(sampleSectionMap(12), 'ru'))}</main>`,
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
  args: { data: sampleSectionMap(12) },
  globals: { theme: 'dark' },
};

export const LowVision: Story = {
  name: 'Для слабовидящих',
  args: { data: sampleSectionMap(12) },
  globals: { theme: 'black' },
};

export const LargeText: Story = {
  name: 'Текст 200 %',
  args: { data: sampleSectionMap(12) },
  render: ({ data }) =>
    html`<main lang="ru" style="font-size: 200%; max-width: 640px"><orientir-section-map .data=${data}></orientir-section-map></main>`,
};

export const English: Story = {
  name: 'English',
  args: { data: sampleSectionMap(12) },
  render: ({ data }) =>
    html`<main lang="en"><orientir-section-map .data=${data}></orientir-section-map></main>`,
};
