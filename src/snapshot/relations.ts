import type { Label } from '../domain/model.ts';

/** The relations that lists and their upper bounds share, from either end. */
export const RESPONSIBLE = { type: 'RESPONSIBLE_FOR', outward: false, label: 'Agency' } as const;
export const RESPONSIBLE_FOR = { type: 'RESPONSIBLE_FOR', outward: true, label: 'ReformItem' } as const;
export const ZONES = { type: 'PILOTED_IN', outward: true, label: 'PilotZone' } as const;
export const PILOTED = { type: 'PILOTED_IN', outward: false, label: 'ReformItem' } as const;
export const THEMES = { type: 'HAS_THEME', outward: true, label: 'Theme' } as const;
export const THEMED = { type: 'HAS_THEME', outward: false, label: 'ReformItem' } as const;
export const BROADER = { type: 'NARROWER_THAN', outward: true, label: 'Theme' } as const;
export const NARROWER = { type: 'NARROWER_THAN', outward: false, label: 'Theme' } as const;
export const REGIONS = { type: 'PROMOTED_TO', outward: true, label: 'Region' } as const;
export const PROMOTED = { type: 'PROMOTED_TO', outward: false, label: 'ReformItem' } as const;
export const BATCHES = { type: 'PUBLISHED_IN', outward: true, label: 'Batch' } as const;
export const PUBLISHED = { type: 'PUBLISHED_IN', outward: false, label: 'ReformItem' } as const;
export const CITED = { type: 'CITES', outward: true, label: 'PolicyDocument' } as const;

/** The relation from an item to the facts of one label that it states. */
export const statedAs = <L extends Label>(label: L) => ({ type: 'STATES', outward: true, label }) as const;
