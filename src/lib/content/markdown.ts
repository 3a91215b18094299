/** Markdown as blocks under headings: the few forms an author may use, and a problem for any other. */
import { Lexer, type Token, type Tokens } from 'marked';
import { short, yaml, type Report } from './fields';

/**
 * Reads a file of front matter and `## ` headings.
 * @returns the front matter as YAML (null where it cannot be read) and the headings in their order
 */
export function markdown(
  text: string,
  where: string,
  report: Report,
): { front: unknown; headings: Heading[] } {
  const front = /^---\n([^]*?)\n---(?:\n|$)/.exec(text);
  if (!front) {
    report({
      where,
      given: short(text.split('\n')[0]),
      wrong: 'The file does not begin with its id.',
      next: 'Begin it with three lines: “---”, “id: …”, “---”.',
    });
  }
  const headings: Heading[] = [];
  for (const token of lex(front ? text.slice(front[0].length) : text, where, report)) {
    if (token.type === 'heading' && token.depth === 2) headings.push(heading(token.text, where));
    else if (!isSilent(token)) {
      const under = headings.at(-1);
      const block = read(token, under?.where ?? where, report);
      if (block && under) under.blocks.push(block);
      else if (block) {
        report({
          where,
          given: short(token.raw),
          wrong: 'This stands under no heading.',
          next: 'Move it under a “## ” heading.',
        });
      }
    }
  }
  return { front: front ? yaml(front[1] ?? '', `${where}, front matter`, report) : null, headings };
}

/** `## Instead (recruit)` is name `Instead`, course `recruit`; `## Item: ride` is name `Item`, id `ride`. */
export type Heading = { where: string; name: string; id: string; course: string; blocks: Block[] };
export type Block = { type: 'paragraph'; lines: string[] } | { type: 'list'; rows: Row[] };
/** A line of a list: its text, whether and how its box is ticked, and the quoted lines under it. */
export type Row = { text: string; box: 'none' | 'empty' | 'ticked'; quoted: string[] };

/** Every mark in a text that is neither bold nor plain, as it was typed. */
export function otherMarks(text: string): string[] {
  const found: string[] = [];
  const visit = (tokens: Token[]) => {
    for (const token of tokens) {
      if (token.type === 'strong') visit(token.tokens ?? []);
      else if (token.type !== 'text') found.push(token.raw);
    }
  };
  visit(new Lexer().inlineTokens(text));
  return found;
}

/** A text in several lines as one line, its quotation marks and apostrophes set as in print. */
export function flat(lines: string[]): string {
  return lines
    .map((line) => line.trim())
    .filter(Boolean)
    .join(' ')
    .replace(/(^|[\s([*—–])"/g, '$1“')
    .replaceAll('"', '”')
    .replace(/(^|[\s([*—–“])'/g, '$1‘')
    .replaceAll("'", '’');
}

function lex(text: string, where: string, report: Report): Token[] {
  try {
    return new Lexer().blockTokens(text);
  } catch (error) {
    const given = error instanceof Error ? error.message : String(error);
    report({
      where,
      given: short(given),
      wrong: 'This cannot be read as Markdown.',
      next: 'Compare it with modules/README.md.',
    });
    return [];
  }
}

/** Empty lines and comments. */
function isSilent(token: Token): boolean {
  return token.type === 'space' || (token.type === 'html' && /^<!--[^]*-->\s*$/.test(token.raw));
}

function heading(text: string, file: string): Heading {
  const [, name = '', id = '', course = ''] =
    /^([^:(]*?)\s*(?::\s*(.*?))?\s*(?:\(([^)]*)\))?$/.exec(text) ?? [];
  const where = id ? `${file}, ${name.toLowerCase()} "${id}"` : `${file}, "${text}"`;
  return { where, name: name || text, id, course, blocks: [] };
}

function read(token: Token, where: string, report: Report): Block | null {
  if (isText(token)) return { type: 'paragraph', lines: token.text.split('\n') };
  if (token.type === 'list') {
    return { type: 'list', rows: (token as Tokens.List).items.map((item) => row(item, where, report)) };
  }
  refuse(token, where, report);
  return null;
}

function row(item: Tokens.ListItem, where: string, report: Report): Row {
  const text: string[] = [];
  const quoted: string[] = [];
  const take = (token: Token, lines: string[]) => {
    if (isText(token)) lines.push(...token.text.split('\n'));
    else if (token.type === 'blockquote') for (const inner of token.tokens ?? []) take(inner, quoted);
    else if (token.type !== 'checkbox' && !isSilent(token)) refuse(token, where, report);
  };
  for (const token of item.tokens) take(token, text);
  const box = !item.task ? 'none' : item.checked ? 'ticked' : 'empty';
  return { text: flat(text).replace(/^\[[ xX]\]\s+/, ''), box, quoted };
}

function isText(token: Token): token is Tokens.Text | Tokens.Paragraph {
  return token.type === 'text' || token.type === 'paragraph';
}

function refuse(token: Token, where: string, report: Report): void {
  report({
    where,
    given: short(token.raw),
    wrong: 'Only “## ” headings, paragraphs and lists can stand here.',
    next: 'Write it as a paragraph, without signs at its beginning.',
  });
}
