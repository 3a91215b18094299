/** Paper as a printer and a camera have it: the pages of a PDF, and the code on one, read by a decoder not of ours. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Paper = {
  pages: number;
  /** Its long side and short side, in millimetres. */
  size: [long: number, short: number];
  /** What its codes hold. */
  codes: string[];
};

/** Prints a PDF at 150 dots per inch, and looks at its first page. */
export function paper(pdf: Buffer): Paper {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'));
  try {
    const file = join(folder, 'it.pdf');
    writeFileSync(file, pdf);
    const told = run('pdfinfo', [file]);
    const points = /^Page size:\s+([\d.]+) x ([\d.]+)/m.exec(told)?.slice(1).map(Number) ?? [];
    const [short = 0, long = 0] = points
      .map((point) => Math.round((point / 72) * 25.4))
      .sort((a, b) => a - b);
    run('pdftoppm', ['-r', '150', '-png', '-singlefile', file, join(folder, 'it')]);
    const read = run('zbarimg', ['--quiet', '--raw', join(folder, 'it.png')]);
    return {
      pages: Number(/^Pages:\s+(\d+)/m.exec(told)?.[1]),
      size: [long, short],
      codes: read.trim().split('\n'),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** How many pages a PDF has. */
export function pagesOf(pdf: Buffer): number {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'));
  try {
    const file = join(folder, 'it.pdf');
    writeFileSync(file, pdf);
    return Number(/^Pages:\s+(\d+)/m.exec(run('pdfinfo', [file]))?.[1]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(command: string, args: string[]): string {
  return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}
