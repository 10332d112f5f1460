import { chartSheet, funnelHtml } from '@orientir/widgets/funnel';
import type { StoryObj } from '@storybook/web-components-vite';
import type { ChartArguments } from './chart-stories.js';
import { chartStories } from './chart-stories.js';
import { sampleFunnel } from './samples.js';

type Story = StoryObj<ChartArguments>;

const usual = sampleFunnel(40);
const stories = chartStories({
  tag: 'orientir-funnel',
  usual,
  withoutScript: () => `<style>${chartSheet()}</style>${funnelHtml(usual, 'ru')}`,
});

export default { ...stories.meta, title: 'Воронка' };

export const Usual: Story = { name: 'Обычно', ...stories.shown };

export const One: Story = { name: 'Одно', args: { data: sampleFunnel(1) } };

export const Many: Story = { name: 'Шестьсот школ', args: { data: sampleFunnel(600) } };

export const NoData: Story = { name: 'Нет данных' };

export const Static: Story = { name: 'Без скрипта', ...stories.plain };

export const Failed: Story = { name: 'Ошибка загрузки', ...stories.failed };

export const Slow: Story = { name: 'Долгая загрузка', ...stories.slow };

export const Dark: Story = { name: 'Тёмная тема', ...stories.dark };

export const LowVision: Story = { name: 'Для слабовидящих', ...stories.lowVision };

export const LargeText: Story = { name: 'Текст 200 %', ...stories.largeText };

export const English: Story = { name: 'English', ...stories.english };
