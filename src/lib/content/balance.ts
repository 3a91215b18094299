/** Gates that keep an option's form, length and place from giving the key away. */
import type { Problem } from './problem';
import { plain, question } from './texts';
import {
  allItems,
  type Placed,
  type Written,
  type WrittenItem,
  type WrittenOption,
  type WrittenScene,
} from './written';

/** Three options, one key, and no form of question that can be answered without knowing. */
export function form(written: Written): Problem[] {
  return [
    ...everything(written).flatMap(({ where, options }) => [
      ...shape(where, options),
      ...options.flatMap(catchAll),
    ]),
    ...allItems(written).flatMap(({ where, stem }): Problem[] => {
      const negative = /\b(?:NOT|EXCEPT)\b/.exec(stem) ?? /\b(?:not|except)\b/i.exec(question(stem));
      if (negative) {
        const wrong = 'The stem asks for what does not fit.';
        return [{ where, given: negative[0], wrong, next: 'Ask for what fits, without “not” or “except”.' }];
      }
      if (!/\btrue or false\b/i.test(stem)) return [];
      return [
        {
          where,
          given: question(stem),
          wrong: 'This is a true/false question.',
          next: 'Ask for a decision or a reason.',
        },
      ];
    }),
  ];
}

/** Options are alike in length, and over the pool length says nothing about the key. */
export function length(written: Written): Problem[] {
  return [
    ...everything(written).flatMap(({ where, options }): Problem[] => {
      const sizes = options.map(size);
      const longest = Math.max(...sizes);
      const shortest = Math.min(...sizes);
      if (!options.length || longest <= shortest * 1.35) return [];
      return [
        {
          where,
          given: options.map((option) => `${option.id} ${size(option)}`).join(', '),
          wrong: `The longest option has ${longest} characters, more than 1.35 times the shortest (${shortest}).`,
          next: `Bring the options between ${Math.ceil(longest / 1.35)} and ${longest} characters, or all shorter.`,
        },
      ];
    }),
    ...poolShare(written.items, 'longest', (options) => Math.max(...options.map(size))),
    ...poolShare(written.items, 'shortest', (options) => Math.min(...options.map(size))),
  ];
}

/** Over the pool and over the scenes, the letter as written says nothing about the key. */
export function position({ items, scenes, courses }: Written): Problem[] {
  const letters = ['a', 'b', 'c'];
  const count = (all: (WrittenItem | WrittenScene)[], letter: string) =>
    all.filter(({ options }) => options.find(({ marked }) => marked)?.id === letter).length;
  const pool = letters.flatMap((letter): Problem[] => {
    const right = count(items, letter);
    return items.length < enoughItems || isBalanced(right / items.length)
      ? []
      : [
          offBalance(
            'items',
            `The key is ${letter}`,
            right,
            items.length,
            'Change the order of the options in some items.',
          ),
        ];
  });
  const played = courses.map(({ where, lessons }) => ({
    where,
    all: scenes.filter(({ id }) => lessons.some(({ scene }) => scene === id)),
  }));
  const best = [{ where: 'scenarios', all: scenes }, ...played].flatMap(({ where, all }) =>
    letters.flatMap((letter): Problem[] => {
      const right = count(all, letter);
      if (all.length < enoughScenes || right / all.length <= 0.45) return [];
      const wrong = `The best way is ${letter} in ${right} of ${all.length} scenes, more than 45 %.`;
      return [{ where, given: letter, wrong, next: 'Change the order of the options in some scenes.' }];
    }),
  );
  return [...pool, ...best];
}

/** Fewer would make chance a fault: a rule over the whole pool holds from here on. */
export const enoughItems = 30;
const enoughScenes = 8;

function everything(written: Written): (WrittenItem | WrittenScene)[] {
  return [...allItems(written), ...written.scenes];
}

function size(option: WrittenOption): number {
  return [...plain(option.text)].length;
}

function shape(where: string, options: WrittenOption[]): Problem[] {
  const given = options.map(({ id, marked }) => `${id}${marked ? ' [x]' : ''}`).join(', ');
  const next = 'Write three options, a, b and c, one of them with [x].';
  const letters = options.map(({ id }) => id).join('');
  const keys = options.filter(({ marked }) => marked).length;
  return [
    ...(letters === 'abc' ? [] : [{ where, given, wrong: 'The options are not a, b, c.', next }]),
    ...(keys === 1 ? [] : [{ where, given, wrong: `It has ${keys} right options.`, next }]),
  ];
}

function catchAll({ where, text }: WrittenOption): Problem[] {
  const refused =
    /^(?:true|false|yes|no)[.!]?$|\b(?:all|none|both|neither) of (?:the above|these|them)[.!]?$/i;
  if (!refused.test(text)) return [];
  return [
    {
      where,
      given: text,
      wrong: 'It can be judged without the question.',
      next: 'Write an act or a reason of its own.',
    },
  ];
}

function poolShare(
  items: WrittenItem[],
  name: string,
  extreme: (options: WrittenOption[]) => number,
): Problem[] {
  const judged = items.filter(({ options }) => options.length);
  const shares = judged.map(({ options }) => {
    const tied = options.filter((option) => size(option) === extreme(options));
    return tied.some(({ marked }) => marked) ? 1 / tied.length : 0;
  });
  const right = shares.reduce((sum, share) => sum + share, 0);
  if (judged.length < enoughItems || isBalanced(right / judged.length)) return [];
  const isOver = right / judged.length > 1 / 3;
  const some = judged.filter((_, index) => (isOver ? shares[index] === 1 : shares[index] === 0)).slice(0, 5);
  const next = `Rewrite options where the key is ${isOver ? '' : 'not '}the ${name}, such as in ${some.map(({ id }) => id).join(', ')}.`;
  return [offBalance('items', `The key is the ${name} option`, right, judged.length, next)];
}

function isBalanced(share: number): boolean {
  return share >= 0.28 && share <= 0.38;
}

function offBalance(where: Placed['where'], what: string, right: number, of: number, next: string): Problem {
  const share = `${(Math.round(right * 10) / 10).toString()} of ${of} (${Math.round((100 * right) / of)} %)`;
  return { where, given: share, wrong: `${what} in this share of the pool; 28 to 38 % is allowed.`, next };
}
