import type { SqlFamily } from '../sql/family';

/** A column as the catalog shows it. */
export interface Column {
	name: string;
	/** The kind of the type: `int`, `varchar`; of PostgreSQL the full name. */
	type: string;
	/** The full type, in a form that is the same in all versions. */
	fullType: string;
	isNullable: boolean;
	characterSet: string;
	collation: string;
	isGenerated: boolean;
	/** Whether it counts by itself: auto-increment, identity. */
	isCounter: boolean;
	/** Of PostgreSQL: `e` enum, `c` composite, `d` domain, `b` base, `r` range. */
	typeKind: string;
}

/** A table as the catalog shows it. */
export interface Table {
	database: string;
	schema: string;
	name: string;
	/** Schema and name as rows carry them. */
	path: string;
	columns: Column[];
	/** Names of the columns of the primary key, in its order. */
	key: string[];
	/** An estimate. */
	rows: number;
	/** The next value of its counter; null where it has none. */
	counter: bigint | null;
	/** Why its contents cannot be read or compared; null where they can. */
	problem: string | null;
	/** Whether its contents are those of its partitions. */
	isPartitioned: boolean;
	/** Whether it is a part of a partitioned table, which is compared as a whole. */
	isPartition: boolean;
}

/** A sequence of PostgreSQL, or of MariaDB. */
export interface Sequence {
	database: string;
	path: string;
	names: string[];
	/** Null where it was never used. */
	last: bigint | null;
	/** Why its value is not known. */
	problem: string | null;
	increment: bigint;
	/** Everything else that defines it. */
	definition: string;
}

/** What the catalog of one side shows. */
export interface Inventory {
	family: SqlFamily;
	/** Whether the server is MariaDB. */
	isMaria: boolean;
	/** Major version of PostgreSQL; of MySQL its first number. */
	major: number;
	databases: Map<string, string>;
	tables: Map<string, Table>;
	sequences: Map<string, Sequence>;
	/** Other objects: path → kind and what it belongs to. */
	objects: Map<string, { kind: string; database: string }>;
	/** Kinds of objects that the user may not see, with the grant that helps. */
	hidden: Map<string, string>;
	/** What keeps this side from being compared at all; empty where nothing does. */
	problems: Array<{ database: string | null; reason: string }>;
}
