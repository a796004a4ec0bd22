import * as statements from './statements.gen.ts';

/** The constraints and indexes of cypher/constraints/, by file name: unique ids first, then look-ups. */
export const schemaStatements = Object.values(statements).filter((statement) => statement.mode === 'schema');
