import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { IngestFailed } from '../domain/errors.ts';
import { ISO_DATE_FORM, isIsoDate } from '../domain/iso-date.ts';
import { Problems } from './problems.ts';
import type { TextFile } from './read-text.ts';
import { readYamlFile, type YamlFile } from './read-yaml.ts';

const itemCode = z.string().regex(/^[a-z]{2,8}-[1-9]\d{0,3}-[1-9]\d*$/, 'an item is written as tj-7-17');

const schema = z.strictObject({
  publisher: z.strictObject({ code: z.string().regex(/^[a-z]{2,8}$/), name: z.string().min(1) }),
  batch: z.int().min(1).max(9999),
  title: z.string().min(1),
  /** The day of publication. */
  published: z.string().refine(isIsoDate, ISO_DATE_FORM).optional(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 is 64 lower-case hexadecimal digits'),
  expected: z.strictObject({
    items: z.int().positive(),
    agencies: z.int().positive(),
    responsibilities: z.int().positive(),
  }),
  /** The items of this bulletin that continue items of earlier ones. */
  continues: z.array(z.strictObject({ item: itemCode, of: itemCode })).default([]),
});

/** Facts about a bulletin that a person has confirmed: its publisher, its batch, and the expected totals. */
export type Metadata = z.infer<typeof schema> & Pick<YamlFile<unknown>, 'file' | 'locationOf'>;

/** Such as tj-7. */
export const batchCodeOf = ({ publisher, batch }: Metadata): string => `${publisher.code}-${batch}`;

/** `seeds/tianjin-7.txt` is described by `seeds/tianjin-7.yaml`. */
export const metadataFileOf = (bulletinFile: string): string =>
  `${bulletinFile.replace(/\.[^./]*$/, '')}.yaml`;

/** @throws IngestFailed if the file is missing or malformed, or its SHA-256 is not that of the bulletin */
export function readMetadata(bulletin: TextFile): Metadata {
  const file = metadataFileOf(bulletin.file);
  if (!existsSync(file)) {
    const message = `there is no such file, and it should describe ${basename(bulletin.file)}`;
    throw new IngestFailed([{ file, message, fix: 'write one, on the model of seeds/tianjin-7.yaml' }]);
  }
  const { value, locationOf } = readYamlFile(file, schema);
  const actual = createHash('sha256').update(bulletin.bytes).digest('hex');
  if (actual !== value.sha256) {
    const problems = new Problems(file);
    problems.add({
      ...locationOf(['sha256']),
      text: value.sha256,
      message: `${basename(bulletin.file)} is not the file that this describes: its SHA-256 is ${actual}`,
      fix: 'restore the file; or, when the change is meant, write its SHA-256 here',
    });
    problems.throwIfAny();
  }
  return { ...value, file, locationOf };
}
