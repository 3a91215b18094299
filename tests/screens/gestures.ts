/** What is pressed and waited for on the way to a screen. */
import type { Stage } from '../stage';

export const heading = ({ page }: Stage, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name, exact: typeof name === 'string' }).waitFor();
export const press = ({ page }: Stage, name: string | RegExp) => page.getByRole('button', { name }).click();
export const shown = ({ page }: Stage, text: string | RegExp) =>
  page.getByText(text).filter({ visible: true }).first().waitFor();
/** The nth answer of a group, from 0. */
export const choose = ({ page }: Stage, group: string | RegExp, at: number) =>
  page.getByRole('group', { name: group }).getByRole('radio').nth(at).press('Space');
