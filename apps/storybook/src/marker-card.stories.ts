import { markerCardHtml, markerCardSheet } from '@orientir/widgets/marker-card';
import type { StoryObj } from '@storybook/web-components-vite';
import type { ChartArguments } from './chart-stories.js';
import { chartStories } from './chart-stories.js';
import { sampleMarkerCard } from './samples.js';

type Story = StoryObj<ChartArguments>;

const usual = sampleMarkerCard(4);
const stories = chartStories({
  tag: 'orientir-marker-card',
  usual,
  withoutScript: () => `<style>${markerCardSheet()}</style>${markerCardHtml(usual, 'ru')}`,
});

export default { ...stories.meta, title: 'Карточка признаков' };

export const Usual: Story = { name: 'Обычно', ...stories.shown };

export const One: Story = { name: 'Одно', args: { data: sampleMarkerCard(1) } };

export const Many: Story = { name: 'Двадцать признаков', args: { data: sampleMarkerCard(20) } };

export const None: Story = { name: 'Признаков нет', args: { data: sampleMarkerCard(0) } };

export const NoExclusions: Story = {
  name: 'Других причин не названо',
  args: { data: { ...usual, markers: usual.markers.map((marker) => ({ ...marker, exclusions: [] })) } },
};

export const NoData: Story = { name: 'Нет данных' };

export const Static: Story = { name: 'Без скрипта', ...stories.plain };

export const Failed: Story = { name: 'Ошибка загрузки', ...stories.failed };

export const Slow: Story = { name: 'Долгая загрузка', ...stories.slow };

export const Dark: Story = { name: 'Тёмная тема', ...stories.dark };

export const LowVision: Story = { name: 'Для слабовидящих', ...stories.lowVision };

export const LargeText: Story = { name: 'Текст 200 %', ...stories.largeText };

export const English: Story = { name: 'English', ...stories.english };
