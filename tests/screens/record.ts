/** The screens where a record is handed over, and those where anybody checks one. */
import { certificate, common, handOver, result, verify } from '../../src/lib/ui/strings/en';
import { codeFor, file, passed, recordOf, signedText, unsignedText } from '../handed';
import { finished } from '../seed';
import { upload, zipOf } from '../staff';
import type { Row, Stage } from '../stage';
import { heading, press, shown } from './gestures';
import { inCheck, jordan, recruit } from './jordan';

export const recordScreens: Row[] = [
  {
    name: 'result-passed-record',
    title: common.title(result.passed),
    async open(stage) {
      await inCheck(stage, passed());
      await stage.page.getByRole('img', { name: handOver.codeLabel }).waitFor();
    },
  },
  {
    name: 'certificate',
    title: common.title(certificate.title),
    async open(stage) {
      await stage.seed(jordan(passed()));
      await stage.open(`${recruit}certificate/`);
      await stage.page.getByRole('img', { name: certificate.label }).waitFor();
    },
  },
  {
    name: 'certificate-none',
    title: common.title(certificate.title),
    async open(stage) {
      await stage.seed(jordan(finished()));
      await stage.open(`${recruit}certificate/`);
      await heading(stage, certificate.none);
    },
  },
  {
    name: 'verify-empty',
    title: common.title(verify.title),
    async open(stage) {
      await stage.open('verify/');
      await heading(stage, verify.title);
      // It answers once its script runs.
      await press(stage, verify.check);
      await shown(stage, verify.emptyCode);
    },
  },
  {
    name: 'verify-sound',
    title: common.title(verify.title),
    open: async (stage) => checkFile(stage, file(await signedText(recordOf()))),
  },
  {
    name: 'verify-not-consistent',
    title: common.title(verify.title),
    async open(stage) {
      const forged = (await signedText(recordOf())).replace('"right":17', '"right":20');
      await checkFile(stage, file(forged));
      await heading(stage, verify.verdicts['not-consistent'].title);
    },
  },
  {
    name: 'verify-cannot-tell',
    title: common.title(verify.title),
    async open(stage) {
      await checkFile(stage, file(unsignedText(recordOf())));
      await heading(stage, verify.verdicts['cannot-tell'].title);
    },
  },
  {
    name: 'verify-unreadable',
    title: common.title(verify.title),
    async open(stage) {
      await checkFile(stage, file('{"protected":""}'));
      await heading(stage, verify.unreadable.title);
    },
  },
  {
    name: 'verify-zip',
    title: common.title(verify.title),
    async open(stage) {
      const records = zipOf([{ name: 'record.json', text: await signedText(recordOf()) }]);
      await checkFile(stage, upload('records.zip', records));
      await shown(stage, /not the bundle of a console/);
    },
  },
  {
    name: 'verify-code',
    title: common.title(verify.title),
    async open(stage) {
      await stage.open(`verify/#${await codeFor(recordOf())}`);
      await heading(stage, verify.codes.met.title);
    },
  },
];

/** Opens the page that checks records, and gives it a file. */
async function checkFile(stage: Stage, given: ReturnType<typeof file>): Promise<void> {
  await stage.open('verify/');
  await stage.page.getByLabel(verify.choose).setInputFiles(given);
  await shown(stage, verify.another);
}
