import type { PostgresCase } from './postgresCase.mts';
import { OBJECT_CASES } from './postgresObjectCases.mts';
import { SERVER_CASES } from './postgresServerCases.mts';

/** The faults. */
export const POSTGRES_CASES: PostgresCase[] = [...SERVER_CASES, ...OBJECT_CASES];
