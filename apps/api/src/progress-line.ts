import type { ImportProgress } from '@perennial/domain/importing/import-batch';

const WORDS: Record<ImportProgress['phase'], string> = {
  WAITING: 'waiting',
  READING: 'reading',
  PREPARING: 'preparing',
  MOVING: 'taking in',
  MATCHING: 'matching returns',
  VALUES: 'adding up',
  DONE: 'done',
};

/** Shows progress: on a terminal in one line that is written over, elsewhere one line for every ten per cent. */
export function progressLine(out: NodeJS.WriteStream): (progress: ImportProgress) => void {
  let shown = -1;
  return ({ phase, fraction, lines, secondsLeft }) => {
    const percent = Math.floor(fraction * 100);
    const step = out.isTTY ? percent : Math.floor(percent / 10) * 10;
    if (step === shown && phase !== 'DONE') return;
    shown = step;
    const left = secondsLeft === null || phase === 'DONE' ? '' : `, about ${Math.ceil(secondsLeft)} s left`;
    const text = `${String(percent).padStart(3)} %  ${WORDS[phase]}, ${lines.toLocaleString('en')} lines${left}`;
    out.write(out.isTTY ? `\r\u001B[K${text}${phase === 'DONE' ? '\n' : ''}` : `${text}\n`);
  };
}
