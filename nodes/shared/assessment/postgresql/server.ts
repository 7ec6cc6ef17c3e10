import { diskFindings } from '../disk';
import { found, type Rule } from '../rule';
import type { PostgresFacts } from './facts';
import { versions } from './versions';
import { setting, type PostgresLook } from './view';

const SYNC = ['sync', 'migration'] as const;
const isReplicating = ({ incremental }: PostgresLook['settings']): boolean => incremental;

/** Slots or senders that are taken, and how many there may be. */
function used(look: PostgresLook, name: string, check: string): [used: number, most: number] {
	const facts = look.side('source');
	return [Number(facts?.single(check) ?? 0), Number(facts?.settings.get(name) ?? Infinity)];
}

/** The items about the servers themselves. */
export const POSTGRES_SERVER_RULES: ReadonlyArray<Rule<PostgresFacts>> = [
	{
		id: 'dstDbDiskSize',
		title: 'The disk of the target is large enough',
		page: 'drs_11_0010',
		scenarios: SYNC,
		severity: 'failed',
		remedy: 'Enlarge the storage of the target instance, or free up space.',
		applies: ({ targetDisk }) => targetDisk !== undefined,
		judge: (look) =>
			diskFindings(Number(look.side('source')?.single('size') ?? 0), 1.5, look.settings.targetDisk),
	},
	{
		id: 'postgresVersions',
		title: 'Versions are supported, and the target is not older',
		page: 'drs_11_0007',
		scenarios: SYNC,
		severity: 'failed',
		remedy: 'Use a target with the same or a later version.',
		judge: versions,
	},
	{
		id: 'sourceSsl',
		title: 'The source offers TLS',
		page: 'drs_11_0042',
		scenarios: SYNC,
		severity: 'failed',
		remedy:
			'Set ssl=on with a certificate, and reload the configuration (restart before version 10).',
		applies: ({ usesTls }) => usesTls,
		judge: (look) =>
			setting(look, 'source', 'ssl') === 'off' ? [found('source', 'ssl', 'ssl is off.')] : [],
	},
	{
		id: 'walLevel',
		title: 'wal_level of the source is logical',
		page: 'drs_11_0054',
		scenarios: SYNC,
		severity: 'failed',
		remedy: 'Run "alter system set wal_level=logical" and restart the database.',
		applies: isReplicating,
		judge: (look) => {
			const value = setting(look, 'source', 'wal_level');
			return value === undefined || value === 'logical'
				? []
				: [found('source', 'wal_level', `wal_level is ${value}.`)];
		},
	},
	{
		id: 'maxReplicationSlots',
		title: 'A replication slot is free',
		page: 'drs_11_0055',
		scenarios: SYNC,
		severity: 'failed',
		remedy: 'Raise max_replication_slots and restart, or drop unused slots.',
		applies: isReplicating,
		judge: (look) => {
			const [slots, most] = used(look, 'max_replication_slots', 'slots');
			return slots < most
				? []
				: [found('source', 'max_replication_slots', `${slots} of ${most} slots are in use.`)];
		},
	},
	{
		id: 'maxWalSenders',
		title: 'A WAL sender is free',
		page: 'drs_11_0053',
		scenarios: SYNC,
		severity: 'failed',
		remedy: 'Raise max_wal_senders to more than the slots and standbys together, and restart.',
		applies: isReplicating,
		judge: (look) => {
			const [slots, most] = used(look, 'max_wal_senders', 'slots');
			const [senders] = used(look, 'max_wal_senders', 'senders');
			const taken = Math.max(slots, senders);
			return taken < most
				? []
				: [
						found(
							'source',
							'max_wal_senders',
							`max_wal_senders is ${most}; ${taken} are needed already.`,
						),
					];
		},
	},
	{
		id: 'sourceStandby',
		title: 'The source is not a standby',
		page: 'drs_11_0056',
		scenarios: SYNC,
		severity: 'failed',
		remedy:
			'Use the primary. For a full copy alone, hot_standby_feedback=on on the standby is enough.',
		judge: (look) => {
			const facts = look.side('source');
			if (!/^t/.test(facts?.single('recovery') ?? '')) return [];
			const isAllowed =
				!look.settings.incremental && facts?.settings.get('hot_standby_feedback') === 'on';
			return isAllowed ? [] : [found('source', 'standby', 'The source is a standby.')];
		},
	},
	{
		id: 'lcMonetary',
		title: 'lc_monetary agrees',
		page: 'drs_11_0038',
		scenarios: SYNC,
		severity: 'failed',
		remedy:
			'Set lc_monetary of the target to that of the source; columns of the type money depend on it.',
		judge: (look) => {
			const source = setting(look, 'source', 'lc_monetary');
			const target = setting(look, 'target', 'lc_monetary');
			return source === undefined || target === undefined || source === target
				? []
				: [
						found(
							'target',
							'lc_monetary',
							`lc_monetary is ${source} on the source and ${target} on the target.`,
						),
					];
		},
	},
	{
		id: 'blockSize',
		title: 'Block sizes are the same',
		page: 'drs_11_0063',
		scenarios: SYNC,
		severity: 'failed',
		remedy: 'Use a target with the same block size (8192 by default).',
		judge: (look) => {
			const source = Number(setting(look, 'source', 'block_size') ?? NaN);
			const target = Number(setting(look, 'target', 'block_size') ?? NaN);
			return target < source
				? [
						found(
							'target',
							'block_size',
							`block_size is ${source} on the source and ${target} on the target.`,
						),
					]
				: [];
		},
	},
	{
		id: 'sessionReplicationRole',
		title: 'Triggers of the target are disabled during the task',
		page: 'drs_03_1130',
		scenarios: SYNC,
		severity: 'alarm',
		remedy:
			'Set session_replication_role to replica on the target before the start, and back to origin afterwards.',
		applies: isReplicating,
		judge: (look) => {
			const source = look.side('source');
			const value = setting(look, 'target', 'session_replication_role');
			if (!source || value === undefined || value === 'replica') return [];
			const hasWork = ['foreignKey', 'trigger', 'eventTrigger'].some(
				(check) => source.list(check).length > 0,
			);
			return hasWork
				? [
						found(
							'target',
							'session_replication_role',
							`session_replication_role is ${value}, and the source has foreign keys or triggers.`,
						),
					]
				: [];
		},
	},
];
