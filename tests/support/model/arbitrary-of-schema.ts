import fc from 'fast-check';
import type { z } from 'zod';

/** The parts of a zod schema definition that these arbitraries use. */
interface Definition {
  readonly type: string;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly entries?: Readonly<Record<string, string>>;
  readonly checks?: readonly { readonly _zod: { readonly def: Check } }[];
}
interface Check {
  readonly check: string;
  readonly format?: string;
  readonly pattern?: RegExp;
  readonly minimum?: number;
  readonly value?: number;
  readonly inclusive?: boolean;
}

const definitionOf = (schema: z.ZodType): Definition => schema._zod.def as unknown as Definition;
const checksOf = (schema: z.ZodType): Check[] => {
  const definition = definitionOf(schema);
  // A format such as z.int() is itself a check.
  const own = 'check' in definition ? [definition as unknown as Check] : [];
  return [...own, ...(definition.checks ?? []).map(({ _zod }) => _zod.def)];
};

/** Texts of all scripts, including texts that are hard to pack, quote or sort. */
export const anyText = (minLength: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ unit: 'grapheme', minLength, maxLength: 8 }),
    fc.constantFrom(
      ...['负责单位', '𠮷林', '{}', '"', "'", '\\', 'null', 'a b', '，', '0'].filter(
        (each) => each.length >= minLength,
      ),
    ),
  );

/** Neither engine distinguishes -0 from 0. */
const notMinusZero = (value: number): number => (Object.is(value, -0) ? 0 : value);

function textOf(checks: readonly Check[]): fc.Arbitrary<string> {
  const pattern = checks.find(({ pattern: each }) => each !== undefined)?.pattern;
  if (pattern !== undefined) return fc.stringMatching(pattern);
  return anyText(checks.find(({ check }) => check === 'min_length')?.minimum ?? 0);
}

function numberOf(checks: readonly Check[]): fc.Arbitrary<number> {
  const above = checks.find(({ check }) => check === 'greater_than');
  const isWhole = checks.some(({ format }) => format === 'safeint');
  if (isWhole) {
    const min =
      above === undefined ? Number.MIN_SAFE_INTEGER : (above.value ?? 0) + (above.inclusive ? 0 : 1);
    const beyond = [65_535, 65_536, 2 ** 30 - 1, 2 ** 30, 2 ** 32 - 1, 2 ** 32, Number.MAX_SAFE_INTEGER];
    return fc.oneof(
      fc.integer({ min: Math.max(min, -5), max: 5 }),
      fc.integer({ min: Math.max(min, Number.MIN_SAFE_INTEGER), max: Number.MAX_SAFE_INTEGER }),
      fc.constantFrom(...beyond),
    );
  }
  return fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(notMinusZero),
    fc.constant(0),
    fc.constantFrom(0, 2, 0.1, -1.5, 1e21, 2 ** 53, Number.MIN_VALUE),
  );
}

/**
 * Values that a schema of the model accepts. Covers a new property without a change here, unless its schema is of a
 * kind that no property has yet.
 * @throws TypeError for such a kind
 */
export function arbitraryOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  const { type, element, innerType, entries } = definitionOf(schema);
  const checks = checksOf(schema);
  switch (type) {
    case 'string':
      return textOf(checks);
    case 'number':
      return numberOf(checks);
    case 'boolean':
      return fc.boolean();
    case 'enum':
      return fc.constantFrom(...Object.values(entries ?? {}));
    case 'optional':
      return arbitraryOf(innerType as z.ZodType);
    case 'array': {
      const minLength = checks.find(({ check }) => check === 'min_length')?.minimum ?? 0;
      return fc.array(arbitraryOf(element as z.ZodType), { minLength, maxLength: minLength + 3 });
    }
    default:
      throw new TypeError(`no values are known for a schema of the kind ${type}: add them to arbitraryOf`);
  }
}

/** Properties of an object schema. Optional properties are sometimes absent. */
export function propertiesOf(schema: z.ZodObject): fc.Arbitrary<Record<string, unknown>> {
  const shape = Object.entries(schema.shape) as [string, z.ZodType][];
  return fc.record(Object.fromEntries(shape.map(([name, each]) => [name, arbitraryOf(each)])), {
    requiredKeys: shape.filter(([, each]) => definitionOf(each).type !== 'optional').map(([name]) => name),
    noNullPrototype: true,
  });
}

/** Whether a property is free text or a list of free text, not an enum, a date or the like. */
export function isFreeText(schema: z.ZodType): boolean {
  const { type, element, innerType } = definitionOf(schema);
  if (type === 'optional') return isFreeText(innerType as z.ZodType);
  if (type === 'array') return isFreeText(element as z.ZodType);
  return type === 'string' && checksOf(schema).every(({ pattern }) => pattern === undefined);
}

/** Whether a property is a list. */
export function isList(schema: z.ZodType): boolean {
  const { type, innerType } = definitionOf(schema);
  return type === 'optional' ? isList(innerType as z.ZodType) : type === 'array';
}
