import type { SqlFamily } from '../sql/family';
import type { UndecidedItem } from './types';

const MONGODB = 'cannot be checked here: MongoDB has no SQL. Use its shell:';

const mongo = (id: string, title: string, page: string | null, command: string): UndecidedItem => ({
	id,
	title,
	page,
	reason: `${MONGODB} ${command}.`,
});

const REACH =
	'Only the connection test of the task shows whether the replication instance can reach the database.';

const SHARED: readonly UndecidedItem[] = [
	{
		id: 'srcDbConnection',
		title: 'The source is reachable',
		page: 'drs_precheck',
		reason: REACH,
	},
	{ id: 'dstDbConnection', title: 'The target is reachable', page: 'drs_11_0002', reason: REACH },
];

const STATUS: UndecidedItem = {
	id: 'dstStatusCheck',
	title: 'The target instance is available',
	page: 'drs_11_0230',
	reason: 'See the list of instances.',
};

/** The items of MongoDB. */
export const MONGODB_ITEMS: readonly UndecidedItem[] = [
	mongo('dstDbDiskSize', 'The disk of the target is large enough', 'drs_11_0010', 'dbStats()'),
	mongo(
		'srcCollAlreadyExistedInDstColl',
		'The target has no non-empty collection with the same name',
		'drs_11_0043',
		'listCollections and count on both sides',
	),
	mongo(
		'srcViewAlreadyExistedInDstView',
		'The target has no view with the same name',
		null,
		'listCollections, type view',
	),
	mongo(
		'srcAndDstCappedCollConsistency',
		'Capped collections agree',
		null,
		'listCollections, options.capped',
	),
	mongo(
		'srcDbNameContainsUnsupportedSymbols',
		'Names of databases are allowed',
		null,
		'listDatabases',
	),
	mongo(
		'srcCollNameContainsUnsupportedSymbols',
		'Names of collections are allowed',
		null,
		'listCollections',
	),
	mongo('userSelectObjectsCheck', 'The selected objects exist', null, 'listCollections'),
	mongo(
		'srcDbPrivilegesIsEnough',
		'The user of the source may read',
		'drs_11_0009',
		'connectionStatus, showPrivileges',
	),
	mongo(
		'dstDbPrivilegesIsEnough',
		'The user of the target may write',
		'drs_11_0008',
		'connectionStatus, showPrivileges',
	),
	mongo(
		'srcDbVersionSupport',
		'The version of the source is supported',
		'drs_11_0005',
		'buildInfo',
	),
	mongo(
		'dstDbVersionSupport',
		'The version of the target is supported',
		'drs_11_0006',
		'buildInfo',
	),
	mongo(
		'dbVersionMeetRequirement',
		'The target is not older than the source',
		'drs_11_0007',
		'buildInfo on both sides',
	),
	mongo(
		'mongoTypeFitTransferMode',
		'The instance type matches the task',
		'drs_11_0066',
		'hello and listShards',
	),
	mongo(
		'srcMongoInstanceType',
		'Both sides have the same type',
		'drs_11_0046',
		'hello on both sides',
	),
	mongo('srcShardKeyConfiguration', 'Shard keys can be read', 'drs_11_0069', 'config.collections'),
	mongo(
		'srcCollIndexNumCheck',
		'Collections have ten indexes at most',
		'drs_11_0200',
		'listIndexes',
	),
	mongo('srcCollHasTtlIndex', 'There are no TTL indexes', null, 'listIndexes, expireAfterSeconds'),
	mongo('srcIdIndexCheck', 'Every collection has the index on _id', null, 'listIndexes'),
	mongo('checkBalanceStatus', 'The balancer is off', null, 'balancerStatus'),
	mongo('dstChunkNumCheck', 'The target does not have too many chunks', null, 'config.chunks'),
	mongo(
		'dbSslConsistency',
		'Both sides use SSL in the same way',
		null,
		'the options of the connection',
	),
	mongo('srcDbInstanceIsEmpty', 'The source is not empty', null, 'listDatabases'),
	mongo('rolesDependentCheck', 'Roles that roles depend on are selected', null, 'rolesInfo'),
	mongo('usersDependentCheck', 'Roles that users depend on are selected', null, 'usersInfo'),
	mongo(
		'changeStream',
		'Change streams can be used',
		'drs_11_0463',
		'serverStatus().storageEngine',
	),
	...SHARED,
	STATUS,
];

const OF_FAMILY: Record<SqlFamily, readonly UndecidedItem[]> = {
	mysql: [
		{
			id: 'targetReachesSource',
			title: 'The target reaches the source',
			page: 'drs_11_0003',
			reason: 'SQL does not show the network between two servers.',
		},
		STATUS,
		{
			id: 'targetInAnotherTask',
			title: 'No other task uses the target',
			page: 'drs_11_0011',
			reason: 'See the list of tasks.',
		},
		{
			id: 'targetCertificate',
			title: 'The certificate of the target exists',
			page: 'drs_11_0107',
			reason: 'It belongs to the task, not to the database.',
		},
	],
	postgresql: [
		{
			id: 'pgHba',
			title: 'pg_hba.conf allows the task to connect',
			page: 'drs_11_0009',
			reason: 'Only a superuser can read pg_hba.conf with SQL.',
		},
		{
			id: 'testDecoding',
			title: 'The output plugin test_decoding is installed',
			page: null,
			reason: 'It is not an extension, and only creating a slot would show it.',
		},
	],
};

/** Items whose source is Oracle; the target alone does not decide them. */
export const ORACLE_ITEMS: readonly UndecidedItem[] = [
	['oracleVersion', 'The version of Oracle is supported', 'drs_11_0005'],
	['oracleStandby', 'A physical standby is set up for it', 'drs_11_0465'],
	['oracleCharacterSets', 'Character sets are compatible', 'drs_11_0471'],
	['oracleCharacterSet', 'The character set of Oracle is supported', 'drs_03_043'],
	['oracleColumnTypes', 'Column types are supported', 'drs_11_0481'],
].map(([id, title, page]) => ({
	id,
	title,
	page,
	reason: "The source is Oracle, which n8n's MySQL and Postgres nodes cannot read.",
}));

/** The disk is known from the list of instances only. */
export const DISK_ITEM: UndecidedItem = {
	id: 'dstDbDiskSize',
	title: 'The disk of the target is large enough',
	page: 'drs_11_0010',
	reason: 'SQL does not show the disk size. Enter it as Target Disk.',
};

/** @returns the items of a family that no SQL decides. */
export const undecidedItems = (family: SqlFamily): UndecidedItem[] => [
	...OF_FAMILY[family],
	...SHARED,
];
