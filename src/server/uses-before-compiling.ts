import type { Config } from '../config.ts';

/** Compiling takes longer than what comes but a few times ever gives back. */
const USES = { on: 3, off: Number.POSITIVE_INFINITY, always: 0 } as const;

/** How often an operation is interpreted, and its statements are sent one by one, before either is compiled as a whole. */
export const usesBeforeCompiling = (compile: Config['COMPILE']): number => USES[compile];
