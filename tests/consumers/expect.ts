/** True only of equal types: `any` and `unknown`, which satisfy much else, equal nothing but themselves. */
export type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

export type Expect<T extends true> = T;
