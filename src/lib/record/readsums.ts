/** Reading an item-sums export that an agency sent. */
import type { Problem, Read } from '../content/problem';
import { fits, id, isObject, oneOf, whole, type Kind, type Shape } from '../log/read';
import { fewest, type ItemSum, type ItemSums } from './itemsums';

/** @param where the file's name, for problems */
export function readSums(text: string, where: string): Read<ItemSums> {
  const value = json(text);
  if (!isObject(value) || value.kind !== 'item-sums') {
    return refuse([
      {
        where,
        given: '',
        wrong: 'It is not an export of item sums.',
        next: 'Choose the file that the console saved.',
      },
    ]);
  }
  if (!fits(shape, value)) {
    return refuse([
      {
        where,
        given: '',
        wrong: 'It is not whole, or a newer version made it.',
        next: 'Ask for the original file.',
      },
    ]);
  }
  const sums = value as ItemSums;
  const wrong = sums.items.flatMap((row, at) => {
    const fault =
      sums.items.findIndex(({ item }) => item === row.item) < at ? 'It stands here twice.' : faultOf(row);
    return fault
      ? [
          {
            where: `${where}, item "${row.item}"`,
            given: `n ${row.n}`,
            wrong: fault,
            next: 'Ask for the original file.',
          },
        ]
      : [];
  });
  return wrong.length > 0 ? refuse(wrong) : { ok: true, value: sums };
}

/** Far above what all agencies together have. */
const most = 1_000_000;
const count = whole(0, most);
const row: Shape<ItemSum> = {
  item: id,
  n: whole(fewest, most),
  right: count,
  restSum: whole(0, 500 * most),
  restSq: whole(0, 250_000 * most),
  restRightSum: whole(0, 500 * most),
  options: (x): x is ItemSum['options'] =>
    isObject(x) && Object.entries(x).every(([letter, n]) => /^[a-z]$/.test(letter) && count(n)),
};
const shape: Shape<ItemSums> = {
  v: oneOf(1),
  kind: oneOf('item-sums'),
  module: id,
  edition: id,
  course: id,
  items: ((x) =>
    Array.isArray(x) && x.length <= 1000 && x.every((one) => isObject(one) && fits(row, one))) as Kind<
    ItemSum[]
  >,
};

/** What no first attempts can add up to. */
function faultOf({ n, right, restSum, restSq, restRightSum, options }: ItemSum): string | null {
  const chosen = Object.values(options).reduce((sum, times) => sum + times, 0);
  if (right > n) return 'More were right than met it.';
  if (chosen > n || chosen < right) return 'Its options do not add up to those who met it.';
  if (restRightSum > restSum || restSum * restSum > n * restSq)
    return 'Its rest-scores do not fit each other.';
  return null;
}

function refuse(problems: Problem[]): { ok: false; problems: Problem[] } {
  return { ok: false, problems };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    // JSON.parse has no other way to say so.
    return undefined;
  }
}
