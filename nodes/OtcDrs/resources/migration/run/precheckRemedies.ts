import { ITEM_REMEDIES } from './precheckItems';

/** What to do about a failed item of a pre-check, by what its name says; the first that fits counts. */
const REMEDIES: ReadonlyArray<[name: RegExp, remedy: string]> = [
	[
		/diskSize/i,
		'Enlarge the storage of the target. It must be larger than the data of the source.',
	],
	[/ExistedInDstDb/i, 'Delete or rename the databases with the same name in the target.'],
	[
		/CharacterSet|Collation/i,
		'Set the character set and collation of the target to those of the source, or add "Align Parameters" under "Configure".',
	],
	[/Clock/i, 'Synchronize the clocks of both servers with NTP.'],
	[/Isolation/i, 'Set the same transaction isolation level on both sides.'],
	[
		/ServerUuid|ServerId/i,
		'Set different server IDs (server_id, server_uuid) on source and target.',
	],
	[
		/BinlogIsOff|BinlogIsOn/i,
		'Enable the binary log on the source (log_bin) and restart the database.',
	],
	[/BinlogFormat/i, 'Set binlog_format to ROW on the source.'],
	[/BinlogRowImage/i, 'Set binlog_row_image to FULL on the source.'],
	[
		/BinlogExpire/i,
		'Keep the binary log of the source for at least three days (expire_logs_days).',
	],
	[/logSlaveUpdates/i, 'Enable log_slave_updates on the source.'],
	[/MaxAllowedPacket/i, 'Raise max_allowed_packet on the target to the value of the source.'],
	[/ForeignKey/i, 'Also select the tables that the foreign keys refer to.'],
	[
		/StrictMode|sqlMode/i,
		'Set sql_mode and innodb_strict_mode of the target to the values of the source.',
	],
	[/SslLink/i, 'Turn on SSL for the database, or allow the user to connect without it.'],
	[
		/UnsupportEngine|NoEngine/i,
		'Convert tables that use neither InnoDB nor MyISAM, or exclude them.',
	],
	[/IndexKeyLength/i, 'Shorten the index, or set innodb_large_prefix on the target.'],
	[/UnsupportedSymbols|NonAscii/i, 'Rename the objects with special characters, or exclude them.'],
	[/CaseSensitive/i, 'Set lower_case_table_names to the same value on both sides.'],
	[/NoPk|PrimaryKey/i, 'Add a primary key to every table.'],
	[/Definer/i, 'Grant the user the right to set definers, or add "Set Definer" under "Configure".'],
	[
		/RoutinesWithoutPrivilege|Privileges?|Privilege/i,
		'Grant the user the privileges named in the item.',
	],
	[/Trigger|Event/i, 'Check triggers and events. They only run on the target after the cut-over.'],
	[/SelectObjects/i, 'Select the objects again.'],
	[/Version/i, 'Use a target version that DRS supports and that is not older than the source.'],
	[
		/DbConnection/i,
		'Make sure that the replication instance can reach the database. Check address, port, firewall and security group.',
	],
	[/StatusCheck/i, 'Wait until the target instance is available.'],
	[/Param/i, "Align the target's parameters with the source, for instance with Align Parameters."],
];

/** @returns what to do about a failed item of a pre-check. */
export const remedyFor = (item: string): string =>
	ITEM_REMEDIES.get(item) ??
	REMEDIES.find(([name]) => name.test(item))?.[1] ??
	'Read the reason. The console shows the details of the item.';
