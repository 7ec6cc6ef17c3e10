import { BINLOG_RULES } from './mysql/binlog';
import type { MysqlFacts } from './mysql/facts';
import { NAME_RULES } from './mysql/names';
import { OBJECT_RULES } from './mysql/objects';
import { PARAMETER_RULES } from './mysql/parameters';
import { PRIVILEGE_RULES } from './mysql/privileges';
import { SERVER_RULES } from './mysql/server';
import { VERSION_RULES } from './mysql/versions';
import type { PostgresFacts } from './postgresql/facts';
import { POSTGRES_OBJECT_RULES } from './postgresql/objects';
import { PRECAUTION_RULES } from './postgresql/precautions';
import { POSTGRES_PRIVILEGE_RULES } from './postgresql/privileges';
import { POSTGRES_SERVER_RULES } from './postgresql/server';
import type { Rule } from './rule';

/** What decides the items of the MySQL family. */
export const MYSQL_RULES: ReadonlyArray<Rule<MysqlFacts>> = [
	...SERVER_RULES,
	...VERSION_RULES,
	...BINLOG_RULES,
	...NAME_RULES,
	...OBJECT_RULES,
	...PARAMETER_RULES,
	...PRIVILEGE_RULES,
];

/** What decides the items of PostgreSQL. */
export const POSTGRES_RULES: ReadonlyArray<Rule<PostgresFacts>> = [
	...POSTGRES_SERVER_RULES,
	...POSTGRES_PRIVILEGE_RULES,
	...POSTGRES_OBJECT_RULES,
	...PRECAUTION_RULES,
];
