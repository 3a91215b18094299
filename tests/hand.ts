/** A learner's hand: the same steps by mouse or by keyboard alone. */
import { expect, type Locator, type Page } from '@playwright/test';

export type Hand = {
  /** Presses a button or follows a link. */
  press(target: Locator): Promise<void>;
  /** Does the main action of a screen. */
  goOn(target: Locator): Promise<void>;
  /** Chooses one of a group of radios, the digit beside it being its place. */
  choose(radio: Locator, digit?: number): Promise<void>;
  write(field: Locator, text: string): Promise<void>;
};

export function mouse(): Hand {
  return {
    press: (target) => target.click(),
    goOn: (target) => target.click(),
    // Its words are pressed, as a person would.
    choose: (radio) => radio.page().locator('label').filter({ has: radio }).click(),
    write: (field, text) => field.pressSequentially(text),
  };
}

export type Keyboard = Hand & {
  /** Digits choose and Enter goes on; otherwise arrows choose, and Tab leads to each button. */
  shortcuts: boolean;
  /** Moves the focus to an element by Tab, or Shift and Tab. */
  reach(target: Locator): Promise<void>;
};

/** Only keys are pressed, and whatever has the focus must be seen to have it. */
export function keyboard(page: Page): Keyboard {
  async function reach(target: Locator): Promise<void> {
    await expect(target).toBeVisible();
    for (let presses = 0; presses < 200; presses += 1) {
      const key = await target.evaluate(keyTowards);
      if (key === null) return look(page);
      await page.keyboard.press(key);
    }
    throw new Error(`Tab does not lead to ${String(target)}.`);
  }

  async function press(target: Locator): Promise<void> {
    await reach(target);
    await page.keyboard.press('Enter');
  }

  const hand: Keyboard = {
    shortcuts: true,
    reach,
    press,
    async goOn(target) {
      await expect(target).toBeVisible();
      if (hand.shortcuts && (await page.evaluate(enterGoesOn))) await page.keyboard.press('Enter');
      else await press(target);
    },
    async choose(radio, digit) {
      await expect(radio).toBeVisible();
      if (hand.shortcuts && digit !== undefined) await page.keyboard.press(String(digit));
      else {
        await reach(radio);
        for (let at = 0; at < 5 && !(await isFocused(radio)); at += 1) await page.keyboard.press('ArrowDown');
        if (!(await radio.isChecked())) await page.keyboard.press('Space');
      }
      await expect(radio).toBeChecked();
      await expect(radio).toBeFocused();
      await look(page);
    },
    async write(field, text) {
      await reach(field);
      await page.keyboard.type(text);
    },
  };
  return hand;
}

/** What has the focus is seen to have it: a line is drawn around it, and no bar lies over it. */
async function look(page: Page): Promise<void> {
  expect(await page.evaluate(hidden)).toBe('');
}

function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}

// In the page. ---

/** The key that brings the focus nearer; null: it is there, or in the same group of radios. */
function keyTowards(element: Element): 'Tab' | 'Shift+Tab' | null {
  const at = document.activeElement;
  if (!at || at === document.body) return 'Tab';
  const group = (one: Element) => (one instanceof HTMLInputElement && one.type === 'radio' ? one.name : one);
  if (group(at) === group(element)) return null;
  return at.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING ? 'Shift+Tab' : 'Tab';
}

/** Whether Enter has no other use where the focus is. */
function enterGoesOn(): boolean {
  return document.activeElement?.closest('a, button, summary, input[type=text]') === null;
}

/** Why a person cannot see the focus; '' if they can. */
function hidden(): string {
  const at = document.activeElement;
  if (!at || at === document.body) return 'Nothing has the focus.';
  const name = at.outerHTML.slice(0, 120);
  const label = at.closest('label');
  const isDrawn = [at, label].some((one) => {
    const style = one && getComputedStyle(one);
    return style && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  });
  if (!at.matches(':focus-visible') || !isDrawn) return `No line is drawn around ${name}`;
  const area = label ?? at;
  const { left, right, top, bottom } = area.getBoundingClientRect();
  const points = [0.1, 0.5, 0.9].flatMap((x) =>
    [0.1, 0.5, 0.9].map((y) => [left + (right - left) * x, top + (bottom - top) * y] as const),
  );
  const isSeen = points.some(([x, y]) => {
    const there = document.elementFromPoint(x, y);
    return there !== null && (area.contains(there) || there.contains(area));
  });
  return isSeen ? '' : `Something lies over ${name}`;
}
