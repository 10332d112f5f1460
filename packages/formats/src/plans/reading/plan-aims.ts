/**
 * Problems, goals and tasks out of the lists of a document.
 *
 * @module
 */
import type { Goal, Horizon, PlanProblem, Task } from '@orientir/core/road-map';
import { HORIZONS } from '@orientir/core/road-map';
import type { ListItem, TextList } from './text-lists.js';

export interface PlanAims {
  readonly problems: readonly PlanProblem[];
  readonly goals: readonly Goal[];
  /** Items of lists of instructions that were taken as tasks. */
  readonly instructions: number;
}

/**
 * Tasks belong to the goal above them; without one the introduction of their list is the goal. Beside a table of measures
 * lists of instructions are goals with tasks too; without one they are measures, and their «В целях …» is a goal.
 */
export function planAims(lists: readonly TextList[], { beside }: { readonly beside: boolean }): PlanAims {
  const aims = new Aims();
  let instructions = 0;
  for (const list of lists) {
    const intro = list.intros.at(-1) ?? '';
    switch (list.kind) {
      case 'problems':
        for (const item of leaves(list.items)) aims.problem(item.text);
        break;
      case 'goals':
        for (const item of leaves(list.items)) aims.goal(item.text);
        break;
      case 'tasks':
        if (/^цели и задачи/iu.test(intro)) aims.goalsWithTasks(list.items);
        else aims.tasks(intro, leaves(list.items));
        break;
      case 'measures':
        if (beside) {
          instructions += leaves(list.items).length;
          aims.instructions(intro, list.items);
        } else aims.purpose(intro);
        break;
      case 'other':
        break;
    }
  }
  return { problems: aims.problems, goals: aims.goals(), instructions };
}

class Aims {
  readonly problems: PlanProblem[] = [];
  readonly #goals: { readonly text: string; readonly horizon?: Horizon; readonly tasks: Task[] }[] = [];
  #tasks = 0;

  problem(text: string): void {
    this.problems.push({ id: `p${this.problems.length + 1}`, text: trimmed(text) });
  }

  goal(text: string): void {
    const printed = HORIZON_CODES.find((code) => text.endsWith(` (${HORIZONS[code].ru})`));
    const horizon = printed ?? horizonOf(text);
    const plain = printed === undefined ? trimmed(text) : text.slice(0, text.lastIndexOf(' ('));
    this.#goals.push({ text: plain, tasks: [], ...(horizon === undefined ? {} : { horizon }) });
  }

  /** «Цели и задачи»: what stands below a goal are its tasks. */
  goalsWithTasks(items: readonly ListItem[]): void {
    for (const { text, children } of items) {
      this.goal(text);
      for (const child of leaves(children)) this.#task(child.text);
    }
  }

  tasks(intro: string, items: readonly ListItem[]): void {
    if (this.#goals.length === 0) this.goal(intro);
    for (const { text } of items) this.#task(text);
  }

  instructions(intro: string, items: readonly ListItem[]): void {
    const plain = items.filter(({ children }) => children.length === 0);
    if (plain.length > 0) {
      this.goal(intro);
      for (const { text } of plain) this.#task(text);
    }
    for (const { text, children } of items) {
      if (children.length === 0) continue;
      this.goal(text);
      for (const child of leaves(children)) this.#task(child.text);
    }
  }

  /** «В целях … необходимо»: what a list of measures is for. */
  purpose(intro: string): void {
    const text = /^((?:в целях|с целью|для)\s.{5,})\s(?:необходим\S*|рекоменд\S*|следует)(?!\p{L})/isu.exec(
      intro,
    )?.[1];
    if (text !== undefined) this.goal(text);
  }

  goals(): readonly Goal[] {
    return this.#goals.map(({ tasks, ...goal }, i) => ({
      id: `g${i + 1}`,
      ...goal,
      ...(tasks.length === 0 ? {} : { tasks }),
    }));
  }

  #task(text: string): void {
    this.#tasks++;
    this.#goals.at(-1)?.tasks.push({ id: `t${this.#tasks}`, text: trimmed(text) });
  }
}

const HORIZON_CODES: readonly Horizon[] = ['examCampaign', 'schoolYear', 'threeYears'];

function leaves(items: readonly ListItem[]): readonly ListItem[] {
  return items.flatMap((item) => (item.children.length === 0 ? [item] : leaves(item.children)));
}

function trimmed(text: string): string {
  return text.replace(/\s*[;,:]$/u, '');
}

/** How far a goal reaches, where its text says so. */
function horizonOf(text: string): Horizon | undefined {
  if (/(?:на|за|в течение)\s+(?:3|три|трёх|трех)\s+(?:года|лет)|трехлетн|трёхлетн/iu.test(text))
    return 'threeYears';
  if (/(?<!\p{L})(?:ГИА|ЕГЭ|ОГЭ)(?!\p{L})|экзамен|итогов\S+ аттестаци/u.test(text)) return 'examCampaign';
  return /учебн\S+\s+год/iu.test(text) ? 'schoolYear' : undefined;
}
