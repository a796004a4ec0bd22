/** A parameter of a resolver's method, from type-graphql's decorators. Only the members that we use. */
export interface Param {
  readonly index: number;
  readonly kind: string;
  readonly name?: string;
  readonly propertyName?: string;
  readonly validateFn?: unknown;
  readonly validateSettings?: unknown;
  getType?(): unknown;
}

/** A resolver's method. Only the members that we use. */
export interface Method {
  readonly target: new () => object;
  readonly methodName: string;
  readonly schemaName: string;
  readonly kind?: string;
  readonly middlewares?: readonly unknown[];
  readonly roles?: readonly unknown[];
  readonly params?: readonly Param[];
  getObjectType?(): unknown;
}

/** type-graphql's storage. Only the members that we use. */
export interface Storage {
  readonly queries: readonly Method[];
  readonly fieldResolvers: readonly Method[];
  readonly objectTypes: readonly {
    readonly target: { readonly prototype: unknown };
    readonly name: string;
  }[];
  readonly middlewares: readonly Named[];
  readonly resolverMiddlewares: readonly Named[];
  readonly authorizedFields: readonly Named[];
  readonly authorizedResolver: readonly Named[];
}
interface Named {
  readonly target: { readonly name: string };
  readonly fieldName?: string;
}

/** The things that type-graphql does around a method, and a direct call does not. */
const AROUND = ['middlewares', 'resolverMiddlewares', 'authorizedFields', 'authorizedResolver'] as const;

/** @throws TypeError naming the method, if a direct call would leave out something that type-graphql does around it */
export function assertKnown(storage: Storage): void {
  for (const kind of AROUND)
    for (const { target, fieldName } of storage[kind])
      refuse(`${target.name}${fieldName === undefined ? '' : `.${fieldName}`}`, `has ${kind}`);
  for (const method of [...storage.queries, ...storage.fieldResolvers]) assertKnownMethod(method);
}

function assertKnownMethod({ target, methodName, kind, middlewares = [], roles, params = [] }: Method): void {
  const name = `${target.name}.${methodName}`;
  if (kind === 'internal') refuse(name, 'is a resolver in an object type: write it in a resolver class');
  if (middlewares.length > 0) refuse(name, 'has a middleware');
  if (roles !== undefined) refuse(name, 'needs authorization');
  for (const param of params) {
    if (param.validateFn !== undefined || param.validateSettings !== undefined)
      refuse(name, 'has a parameter with a validator');
    const type = param.kind === 'args' ? param.getType?.() : undefined;
    if (typeof type === 'function' && hasMembers(type.prototype))
      refuse(name, `takes ${type.name}, a class with methods: arguments come as plain objects`);
  }
}

/** Whether instances of a class have members that plain objects do not have. */
function hasMembers(prototype: object): boolean {
  for (let each = prototype; each && each !== Object.prototype; each = Object.getPrototypeOf(each))
    if (Object.getOwnPropertyNames(each).length > 1) return true;
  return false;
}

function refuse(name: string, reason: string): never {
  throw new TypeError(`${name} ${reason}, which a direct call leaves out (src/graphql/execution/README.md)`);
}
