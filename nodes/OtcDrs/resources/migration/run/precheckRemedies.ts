import { ITEM_REMEDIES } from './precheckItems';

/** What to do about a failed item of a pre-check, by what its name says; the first that fits counts. */
const REMEDIES: ReadonlyArray<[name: RegExp, remedy: string]> = [
	[
		/diskSize/i,
		'Enlarge the storage of the target: it has to hold the data of the source with room to grow.',
	],
	[/ExistedInDstDb/i, 'Empty or rename the databases of the same name in the target.'],
	[
		/CharacterSet|Collation/i,
		'Give the target the character set and collation of the source, or use Align Parameters.',
	],
	[/Clock/i, 'Set the clocks of both servers by NTP.'],
	[/Isolation/i, 'Set the same transaction isolation level on both sides.'],
	[/ServerUuid|ServerId/i, 'Give source and target different server IDs (server_id, server_uuid).'],
	[
		/BinlogIsOff|BinlogIsOn/i,
		'Switch the binlog of the source on (log_bin) and restart the database.',
	],
	[/BinlogFormat/i, 'Set binlog_format of the source to ROW.'],
	[/BinlogRowImage/i, 'Set binlog_row_image of the source to FULL.'],
	[/BinlogExpire/i, 'Keep the binlog of the source for at least three days (expire_logs_days).'],
	[/logSlaveUpdates/i, 'Switch log_slave_updates of the source on.'],
	[/MaxAllowedPacket/i, 'Raise max_allowed_packet of the target to the value of the source.'],
	[/ForeignKey/i, 'Select the tables that the foreign keys refer to, too.'],
	[/StrictMode|sqlMode/i, 'Give the target the sql_mode and innodb_strict_mode of the source.'],
	[/SslLink/i, 'Turn SSL on for the database, or let the user connect without it.'],
	[
		/UnsupportEngine|NoEngine/i,
		'Change tables with engines other than InnoDB and MyISAM, or leave them out.',
	],
	[/IndexKeyLength/i, 'Shorten the index, or set innodb_large_prefix on the target.'],
	[
		/UnsupportedSymbols|NonAscii/i,
		'Rename the objects with unusual characters, or leave them out.',
	],
	[/CaseSensitive/i, 'Set the same lower_case_table_names on both sides.'],
	[/NoPk|PrimaryKey/i, 'Give every table a primary key.'],
	[/Definer/i, 'Give the user the right to set definers, or use Set Definer.'],
	[
		/RoutinesWithoutPrivilege|Privileges?|Privilege/i,
		'Grant the user the rights that the item names.',
	],
	[
		/Trigger|Event/i,
		'Look at triggers and events: they run on the target only after the cut-over.',
	],
	[/SelectObjects/i, 'Choose the objects to move anew.'],
	[
		/Version/i,
		'Use a version of the target that is not older than the source and that DRS supports.',
	],
	[
		/DbConnection/i,
		'Let the replication instance reach the database: address, port, firewall, security group.',
	],
	[/StatusCheck/i, 'Wait until the target instance is available.'],
	[/Param/i, 'Give the target the parameters of the source, for instance with Align Parameters.'],
];

/** @returns what to do about a failed item of a pre-check. */
export const remedyFor = (item: string): string =>
	ITEM_REMEDIES.get(item) ??
	REMEDIES.find(([name]) => name.test(item))?.[1] ??
	'Read the reason; the console shows the item with its details.';
