import { chartSheet, quadrantHtml } from '@orientir/widgets/quadrant';
import type { StoryObj } from '@storybook/web-components-vite';
import type { ChartArguments } from './chart-stories.js';
import { chartStories } from './chart-stories.js';
import { sampleQuadrant } from './samples.js';

type Story = StoryObj<ChartArguments>;

const usual = sampleQuadrant(40);
const stories = chartStories({
  tag: 'orientir-quadrant',
  usual,
  withoutScript: () => `<style>${chartSheet()}</style>${quadrantHtml(usual, 'ru')}`,
});

export default { ...stories.meta, title: 'Условия и результаты' };

export const Usual: Story = { name: 'Обычно', ...stories.shown };

export const One: Story = { name: 'Одно', args: { data: sampleQuadrant(1) } };

export const Many: Story = { name: 'Шестьсот школ', args: { data: sampleQuadrant(600) } };

export const NoData: Story = { name: 'Нет данных' };

export const Static: Story = { name: 'Без скрипта', ...stories.plain };

export const Failed: Story = { name: 'Ошибка загрузки', ...stories.failed };

export const Slow: Story = { name: 'Долгая загрузка', ...stories.slow };

export const Dark: Story = { name: 'Тёмная тема', ...stories.dark };

export const LowVision: Story = { name: 'Для слабовидящих', ...stories.lowVision };

export const LargeText: Story = { name: 'Текст 200 %', ...stories.largeText };

export const English: Story = { name: 'English', ...stories.english };
