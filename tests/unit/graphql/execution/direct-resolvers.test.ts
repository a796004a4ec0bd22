import { getMetadataStorage } from 'type-graphql';
import { resolveDirectly } from '../../../../src/graphql/execution/direct-resolvers.ts';
import type { Method, Param, Storage } from '../../../../src/graphql/execution/resolver-metadata.ts';
import { createSchema } from '../../../../src/server/schema.ts';

const schema = createSchema();
const storage = getMetadataStorage() as unknown as Storage;

class Resolver {
  region(): string {
    return '京津冀';
  }
}
class WithMethod {
  name!: string;
  trimmed(): string {
    return this.name.trim();
  }
}
class Plain {
  name!: string;
}
class Below extends WithMethod {}

const method = (own: Partial<Method>): Method => ({
  target: Resolver,
  methodName: 'region',
  schemaName: 'region',
  ...own,
});
const withQuery = (own: Partial<Method>): Storage => ({ ...storage, queries: [method(own)] });
const param = (own: Partial<Param>): Partial<Method> => ({ params: [{ index: 0, kind: 'args', ...own }] });

test('recognizes our own resolvers', () => {
  expect(() => resolveDirectly(schema, storage)).not.toThrow();
  expect(() => resolveDirectly(schema, withQuery(param({ getType: () => Plain })))).not.toThrow();
});

test.each<[string, Storage, string]>([
  [
    'a middleware on a method',
    withQuery({ middlewares: [() => undefined] }),
    'Resolver.region has a middleware',
  ],
  ['authorization', withQuery({ roles: [] }), 'Resolver.region needs authorization'],
  [
    'a resolver in an object type',
    { ...storage, fieldResolvers: [method({ kind: 'internal' })] },
    'object type',
  ],
  ['a validator', withQuery(param({ validateFn: () => undefined })), 'a validator'],
  ['an argument class with methods', withQuery(param({ getType: () => WithMethod })), 'takes WithMethod'],
  ['one that inherits them', withQuery(param({ getType: () => Below })), 'takes Below'],
  ['a custom parameter', withQuery(param({ kind: 'custom' })), 'unknown kind custom'],
  ['a method that is none', withQuery({ methodName: 'nothing' }), 'Resolver.nothing is no method'],
  [
    'a middleware on a field',
    { ...storage, middlewares: [{ target: Plain, fieldName: 'name' }] },
    'Plain.name has middlewares',
  ],
  [
    'one on a resolver class',
    { ...storage, resolverMiddlewares: [{ target: Resolver }] },
    'Resolver has resolverMiddlewares',
  ],
  [
    'an authorized field',
    { ...storage, authorizedFields: [{ target: Plain, fieldName: 'name' }] },
    'Plain.name has authorizedFields',
  ],
  [
    'an authorized class',
    { ...storage, authorizedResolver: [{ target: Resolver }] },
    'Resolver has authorizedResolver',
  ],
])('refuses %s, and names it', (_name, metadata, message) => {
  expect(() => resolveDirectly(schema, metadata)).toThrow(message);
  expect(() => resolveDirectly(schema, metadata)).toThrow(TypeError);
});
