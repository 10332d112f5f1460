import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { neverLoads } from '../never-loads.js';
import { PATIENTLY } from '../patiently.js';
import type { PlanStory } from './plan-page.js';
import { planPage } from './plan-page.js';
import {
  byPupils,
  gluedParties,
  inEnglish,
  longWords,
  manyMeasures,
  municipalRoadMap,
  noMeasures,
  oneMeasure,
  programme,
  shortList,
} from './sample-plans.js';

const meta: Meta<PlanStory> = {
  title: 'План',
  component: 'orientir-plan',
  argTypes: {
    sample: { control: false },
    view: { control: 'radio', options: ['table', 'list', 'calendar', 'timeline', 'plain'] },
  },
  render: planPage,
};

export default meta;
type Story = StoryObj<PlanStory>;

const planIn = (canvas: HTMLElement) => {
  const plan = canvas.querySelector('orientir-plan');
  if (plan?.shadowRoot == null) throw new Error('no plan in the story');
  return { plan, shadow: plan.shadowRoot };
};

const alerted = async ({ canvasElement }: { readonly canvasElement: HTMLElement }) => {
  const { shadow } = planIn(canvasElement);
  await waitFor(() => expect(shadow.querySelector('[role=alert] button')).not.toBeNull(), PATIENTLY);
};

export const RoadMap: Story = { name: 'Дорожная карта района', args: { sample: municipalRoadMap } };

export const List: Story = { name: 'Вид: список', args: { sample: municipalRoadMap, view: 'list' } };

export const Calendar: Story = {
  name: 'Вид: календарь',
  args: { sample: municipalRoadMap, view: 'calendar' },
};

export const Timeline: Story = { name: 'Вид: лента', args: { sample: municipalRoadMap, view: 'timeline' } };

export const Plain: Story = { name: 'Вид: кратко', args: { sample: municipalRoadMap, view: 'plain' } };

export const Programme: Story = { name: 'Программа в четыре столбца', args: { sample: programme } };

export const ShortList: Story = {
  name: 'Короткий список без дат',
  args: { sample: shortList },
  play: async ({ canvasElement }) => {
    const { shadow } = planIn(canvasElement);
    await waitFor(() => expect(shadow.querySelectorAll('.views button')).toHaveLength(3), PATIENTLY);
  },
};

export const ByPupils: Story = { name: 'По категориям обучающихся', args: { sample: byPupils } };

export const GluedParties: Story = {
  name: 'Ответственные в одну строку',
  args: { sample: gluedParties, view: 'list' },
};

export const OneMeasure: Story = { name: 'Одно мероприятие', args: { sample: oneMeasure } };

export const Empty: Story = { name: 'Пусто', args: { sample: noMeasures } };

export const Many: Story = {
  name: 'Триста мероприятий',
  args: { sample: manyMeasures },
  parameters: { docs: { disable: true } },
};

export const Failed: Story = {
  name: 'Ошибка загрузки, таблица осталась',
  args: { sample: programme, src: './нет-такого-файла.json' },
  play: alerted,
};

export const FailedAlone: Story = {
  name: 'Ошибка загрузки, показать нечего',
  args: { src: './нет-такого-файла.json' },
  play: alerted,
};

export const Slow: Story = {
  name: 'Долгая загрузка',
  args: { src: './slow.json' },
  beforeEach: neverLoads,
  play: async ({ canvasElement }) => {
    const { shadow } = planIn(canvasElement);
    await waitFor(
      () => expect(shadow.querySelector('[role=status]')?.textContent).toBe('Загружаем план…'),
      PATIENTLY,
    );
  },
};

export const LongWords: Story = { name: 'Длинные слова', args: { sample: longWords } };

export const LongWordsInList: Story = {
  name: 'Длинные слова, список',
  args: { sample: longWords, view: 'list' },
};

export const English: Story = { name: 'English', args: { sample: inEnglish, lang: 'en' } };

export const Walk: Story = {
  name: 'С клавиатуры: поиск, отбор, календарь, ссылка',
  args: { sample: municipalRoadMap },
  parameters: { docs: { disable: true } },
  play: async ({ canvasElement }) => {
    const { plan, shadow } = planIn(canvasElement);
    await waitFor(() => expect(shadow.querySelectorAll('.views button')).toHaveLength(5), PATIENTLY);
    const focus = (selector: string) => {
      const found = shadow.querySelector<HTMLElement>(selector);
      if (found === null) throw new Error(`no ${selector}`);
      found.focus();
      return found;
    };
    focus('input');
    await userEvent.keyboard('совещание');
    await waitFor(() => expect(plan.shown).toHaveLength(2), PATIENTLY);
    focus('.status button');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(shadow.activeElement?.localName).toBe('input'), PATIENTLY);
    await userEvent.selectOptions(focus('[data-part=responsible]'), 'Методический центр');
    await waitFor(() => expect(plan.shown.length).toBeLessThan(13), PATIENTLY);
    focus('.views button:nth-of-type(3)');
    await userEvent.keyboard('{Enter}');
    const month = () => shadow.querySelector('.list [role=status]')?.textContent;
    await waitFor(() => expect(month()).toContain('октябрь 2025'), PATIENTLY);
    focus('.list button:last-of-type');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(month()).toContain('ноябрь 2025'), PATIENTLY);
    focus('.list button:first-of-type');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(month()).toContain('октябрь 2025'), PATIENTLY);
    focus('.list > ul a').click();
    await waitFor(() => expect(shadow.querySelector('.list [data-current]')).not.toBeNull(), PATIENTLY);
    location.hash = '';
  },
};
