/** Turns a list of values into the object that registerEnumType takes. */
export const enumOf = <const T extends string>(values: readonly T[]): { readonly [K in T]: K } =>
  Object.fromEntries(values.map((value) => [value, value])) as { readonly [K in T]: K };
