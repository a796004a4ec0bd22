import type { EvidenceProperties } from '../domain/evidence.ts';
import type { EdgeProperties } from '../domain/relationships.ts';

/** What relationships of reform items carry; what one lacks is empty. */
export interface Carried extends EvidenceProperties {
  /** Counts an item's agencies from 1, as printed; 0 in all other relationships. */
  readonly order: number;
  readonly printedName: string | undefined;
  readonly shortNames: string[];
}

type ItemEdgeProperties = EdgeProperties<'RESPONSIBLE_FOR'> & EdgeProperties<'MENTIONS'>;

/** Evidence that analysts wrote in lists of several lengths proves nothing. */
export function carriedOf(properties: object): Carried {
  const { order, printedName, shortNames, ...evidence }: ItemEdgeProperties = properties;
  const { evidenceFields = [], evidenceStarts = [], evidenceEnds = [] } = evidence;
  const { length } = evidenceFields;
  const isEvidence = length === evidenceStarts.length && length === evidenceEnds.length;
  return {
    evidenceFields: isEvidence ? evidenceFields : [],
    evidenceStarts: isEvidence ? evidenceStarts : [],
    evidenceEnds: isEvidence ? evidenceEnds : [],
    order: order ?? 0,
    printedName,
    shortNames: shortNames ?? [],
  };
}
