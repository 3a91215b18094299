/** What a pool is made of: by objective, type, setting and people, and how hard it is to read. */
import { gradeOf } from '../lib/content/grade';
import { itemTypes, tags, type Written, type WrittenItem } from '../lib/content/written';

/** @returns lines to print */
export function poolLines({ id, items, objectives }: Written): string[] {
  const of = Math.max(1, items.length);
  const counts = (name: string, key: (item: WrittenItem) => string[], order: readonly string[]) => [
    '',
    name,
    ...order.map((value) => {
      const those = items.filter((item) => key(item).includes(value));
      return `  ${value.padEnd(22)}${String(those.length).padStart(4)}${percent(those.length, of)}`;
    }),
  ];
  const settings = [...new Set(items.map(({ setting }) => setting || '(none)'))];
  const often = (setting: string) => items.filter((item) => (item.setting || '(none)') === setting).length;
  return [
    `${id}: ${items.length} items, ${percent(items.filter(isHold).length, of).trim()} of them restraint`,
    '',
    `  ${'objective'.padEnd(22)}items  hold        ${itemTypes.map((type) => type.padStart(7)).join('')}  grade`,
    ...objectives.map((objective) => {
      const own = items.filter((item) => item.objective === objective.id);
      const types = itemTypes.map((type) => String(own.filter((item) => item.type === type).length).padStart(7));
      const holds = own.filter(isHold).length;
      const grade = own.length ? gradeOf(own.flatMap(textsOf)).toFixed(1) : '–';
      const share = `${String(holds).padStart(5)}${percent(holds, own.length)}`;
      return `  ${objective.id.padEnd(22)}${String(own.length).padStart(5)} ${share}${types.join('')}${grade.padStart(7)}`;
    }),
    ...counts('type', ({ type }) => [type], itemTypes),
    ...counts('people: O nobody trafficked, M boy or man, A adult, F family or trusted, S no travel', (it) => it.tags, tags),
    ...counts('setting', ({ setting }) => [setting || '(none)'], settings.sort((a, b) => often(b) - often(a))),
  ];
}

function isHold({ type }: WrittenItem): boolean {
  return type === 'hold';
}

function textsOf({ stem, options }: WrittenItem): string[] {
  return [stem, ...options.flatMap(({ text, follows }) => [text, follows])];
}

function percent(count: number, of: number): string {
  return `${of ? Math.round((100 * count) / of) : 0} %`.padStart(7);
}
