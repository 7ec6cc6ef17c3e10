import type { MysqlCase } from './mysqlCase.mts';
import { OBJECT_CASES } from './mysqlObjectCases.mts';
import { SERVER_CASES } from './mysqlServerCases.mts';

/** The faults. */
export const MYSQL_CASES: MysqlCase[] = [...OBJECT_CASES, ...SERVER_CASES];
