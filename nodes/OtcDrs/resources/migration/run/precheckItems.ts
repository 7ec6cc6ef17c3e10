/** Granting MongoDB's roles is one step for source and target. */
const ROLES = 'Select the roles that they depend on, too, or create these on the target.';

/**
 * What to do about items of a pre-check by their exact names, as the user manual has it (drs_11_0010 and following pages).
 * Items that are not here have a remedy by what their name says.
 */
export const ITEM_REMEDIES: ReadonlyMap<string, string> = new Map([
	[
		'dstDbDiskSize',
		'Enlarge the storage of the target, or free space there. MySQL and MongoDB need 2.5 times the data (PostgreSQL 1.5 times), or the data and 200 GB, whichever is smaller.',
	],
	[
		'srcDbExistUnsupportEngineTable',
		'Convert the tables to InnoDB before the task starts (ALTER TABLE name ENGINE=InnoDB), MyISAM too, or leave them out.',
	],
	['dbClockConsistency', 'Set the clocks of both servers by NTP, and the same time_zone on both.'],
	[
		'srcTriggerAndEventCheck',
		'Stop the task normally, with both databases connected: triggers and events are moved when the task is stopped. After a forced stop create them by hand.',
	],
	[
		'sqlModeNoEngine',
		'Remove NO_ENGINE_SUBSTITUTION from sql_mode of the target while the task runs, or convert the tables to InnoDB.',
	],
	[
		'dbServerUuidConsistency',
		'Make sure that source and target are not the same server. A copied data directory needs its auto.cnf removed before the start.',
	],
	[
		'srcBinlogFormatCheck',
		'Set binlog_format of the source to ROW, also in its configuration file, and let all clients connect again.',
	],
	[
		'srcBinlogRowImageCheck',
		'Set binlog_row_image of the source to FULL, also in its configuration file, and let all clients connect again.',
	],
	[
		'srcDbBinlogExpireLogsDays',
		'Keep the binlog of the source for at least three days (binlog_expire_logs_seconds=259200 or expire_logs_days=3).',
	],
	['dstMaxAllowedPacketCheck', 'Set max_allowed_packet of the target above 104857600.'],
	[
		'srcDstTableNameCaseSensitiveCheck',
		'Set the same lower_case_table_names on both sides. MySQL 8 takes it only when the instance is created: else rename tables to lower case, or leave them out.',
	],
	[
		'srcHasNoPkTableWhenTgtHasInvisiblePk',
		'Turn off invisible primary keys on the target, or give the tables a primary key.',
	],
	[
		'srcDbPrivilegesIsEnoughForIncre',
		'Grant the source user SELECT, SHOW VIEW, EVENT, LOCK TABLES, REPLICATION SLAVE and REPLICATION CLIENT on *.*.',
	],
	['srcCollAlreadyExistedInDstColl', 'Remove or rename the collection on the target.'],
	['srcViewAlreadyExistedInDstView', 'Remove or rename the view on the target.'],
	[
		'srcAndDstCappedCollConsistency',
		'Drop the empty collection on the target and let the task create it.',
	],
	['rolesDependentCheck', ROLES],
	['usersDependentCheck', ROLES],
	['srcCollHasTtlIndex', 'Drop TTL indexes of the source for the time of the task.'],
	['dbSslConsistency', 'Turn SSL on for both databases, or for none.'],
	[
		'dstChunkNumCheck',
		'Read the reason: the manual does not explain this item. Compare the chunks of the sharded collections on both sides.',
	],
	['mongoTypeFitTransferMode', 'Correct the type of the source (cluster or not) in the task.'],
	['srcCollIndexNumCheck', 'Drop indexes of the collection that are not needed.'],
	[
		'srcDbInstanceIsEmpty',
		'Check host and user of the source: an empty list of databases may be a missing privilege.',
	],
	['srcIdIndexCheck', 'Create the index on _id, or leave the collection out.'],
	['srcShardKeyConfiguration', 'Create the shard keys on the target first, where you want them.'],
	[
		'checkBalanceStatus',
		'Stop the balancer of the source for the time of the task: sh.stopBalancer().',
	],
	['srcMongoInstanceType', 'Take a target of the same kind as the source.'],
]);
