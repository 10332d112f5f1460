import { chartSheet, sectionMapHtml } from '@orientir/widgets/section-map';
import type { StoryObj } from '@storybook/web-components-vite';
import type { ChartArguments } from './chart-stories.js';
import { chartStories } from './chart-stories.js';
import { sampleSectionMap } from './samples.js';

type Story = StoryObj<ChartArguments>;

const usual = sampleSectionMap(12);
const stories = chartStories({
  tag: 'orientir-section-map',
  attribute: 'order',
  usual,
  withoutScript: () => `<style>${chartSheet()}</style>${sectionMapHtml(usual, 'ru')}`,
});

export default { ...stories.meta, title: 'Карта разделов' };

export const Usual: Story = { name: 'Обычно', ...stories.shown };

export const Other: Story = { name: 'Где помощь нужнее', args: { data: usual, choice: 'evidence' } };

export const One: Story = { name: 'Одно', args: { data: sampleSectionMap(1) } };

export const Many: Story = { name: 'Триста школ', args: { data: sampleSectionMap(300) } };

export const NoData: Story = { name: 'Нет данных' };

export const Static: Story = { name: 'Без скрипта', ...stories.plain };

export const Failed: Story = { name: 'Ошибка загрузки', ...stories.failed };

export const Slow: Story = { name: 'Долгая загрузка', ...stories.slow };

export const Dark: Story = { name: 'Тёмная тема', ...stories.dark };

export const LowVision: Story = { name: 'Для слабовидящих', ...stories.lowVision };

export const LargeText: Story = { name: 'Текст 200 %', ...stories.largeText };

export const English: Story = { name: 'English', ...stories.english };
