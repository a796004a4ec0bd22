import * as statements from './statements.gen.ts';

/** The constraints and indexes of cypher/constraints/, in the order of their file names: unique ids first, look-ups after. */
export const schemaStatements = Object.values(statements).filter((statement) => statement.mode === 'schema');
