import { chartSheet, dynamicsHtml } from '@orientir/widgets/dynamics';
import type { StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { ChartArguments } from './chart-stories.js';
import { chartStories } from './chart-stories.js';
import { sampleCheckpoints, sampleDynamics } from './samples.js';

type Story = StoryObj<ChartArguments>;

const usual = sampleDynamics(6);
const stories = chartStories({
  tag: 'orientir-dynamics',
  usual,
  withoutScript: () => `<style>${chartSheet()}</style>${dynamicsHtml(usual, 'ru')}`,
});

export default { ...stories.meta, title: 'Динамика' };

export const Usual: Story = { name: 'Обычно', ...stories.shown };

export const One: Story = { name: 'Три года', args: { data: sampleDynamics(3, 1) } };

export const Breaks: Story = {
  name: 'Два перерыва подряд',
  args: {
    data: {
      ...usual,
      steps: usual.steps.map((step, i) =>
        i === 4 ? { ...step, breakBefore: 'пересмотрены задания и критерии' } : step,
      ),
    },
  },
};

export const Checkpoints: Story = { name: 'Три этапа', args: { data: sampleCheckpoints('ru') } };

export const CheckpointsInEnglish: Story = {
  ...stories.english,
  name: 'Three checkpoints',
  args: { data: sampleCheckpoints('en') },
};

export const CheckpointsStatic: Story = {
  name: 'Три этапа без скрипта',
  render: () =>
    html`<main lang="ru">${unsafeHTML(`<style>${chartSheet()}</style>${dynamicsHtml(sampleCheckpoints('ru'), 'ru')}`)}</main>`,
};

export const Many: Story = { name: 'Двенадцать лет', args: { data: sampleDynamics(12) } };

export const NoData: Story = { name: 'Нет данных' };

export const Static: Story = { name: 'Без скрипта', ...stories.plain };

export const Failed: Story = { name: 'Ошибка загрузки', ...stories.failed };

export const Slow: Story = { name: 'Долгая загрузка', ...stories.slow };

export const Dark: Story = { name: 'Тёмная тема', ...stories.dark };

export const LowVision: Story = { name: 'Для слабовидящих', ...stories.lowVision };

export const LargeText: Story = { name: 'Текст 200 %', ...stories.largeText };

export const English: Story = { name: 'English', ...stories.english };
