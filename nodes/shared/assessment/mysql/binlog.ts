import { found, type Rule } from '../rule';
import type { MysqlFacts } from './facts';
import { variable, type MysqlLook } from './view';

const DAY = 86_400;

/** Seconds for which the binlog is kept; Infinity for forever, undefined where no variable says it. */
function retention(look: MysqlLook): number | undefined {
	if (variable(look, 'source', 'binlog_expire_logs_auto_purge') === 'OFF') return Infinity;
	const seconds = variable(look, 'source', 'binlog_expire_logs_seconds');
	const days = variable(look, 'source', 'expire_logs_days');
	if (seconds !== undefined && (Number(seconds) > 0 || days === undefined)) return Number(seconds);
	return days === undefined ? undefined : Number(days) * DAY;
}

const isReplicating = ({ incremental }: MysqlLook['settings']): boolean => incremental;
const ALL = ['migration', 'sync', 'cloudDataGuard'] as const;

/** The items about the binlog of the source. */
export const BINLOG_RULES: ReadonlyArray<Rule<MysqlFacts>> = [
	{
		id: 'srcDbBinlogIsOff',
		title: 'The source writes a binlog',
		page: 'drs_11_0014',
		scenarios: ALL,
		severity: 'failed',
		remedy: 'Set log_bin in the section [mysqld] of the configuration and restart the database.',
		applies: isReplicating,
		judge: (look) =>
			variable(look, 'source', 'log_bin') === 'OFF'
				? [found('source', 'log_bin', 'log_bin is OFF.')]
				: [],
	},
	{
		id: 'srcBinlogFormatCheck',
		title: 'The binlog holds rows',
		page: 'drs_11_0015',
		scenarios: ALL,
		severity: 'failed',
		remedy:
			'Set binlog_format=ROW globally and in the configuration, and let all clients connect again: open sessions keep the old format.',
		applies: isReplicating,
		judge: (look) => {
			const value = variable(look, 'source', 'binlog_format');
			return value === undefined || value === 'ROW'
				? []
				: [found('source', 'binlog_format', `binlog_format is ${value}.`)];
		},
	},
	{
		id: 'srcBinlogRowImageCheck',
		title: 'The binlog holds whole rows',
		page: 'drs_11_0064',
		scenarios: ALL,
		severity: 'failed',
		remedy:
			'Set binlog_row_image=FULL, empty binlog_row_value_options, and let all clients connect again.',
		applies: isReplicating,
		judge: (look) => {
			const image = variable(look, 'source', 'binlog_row_image');
			const options = variable(look, 'source', 'binlog_row_value_options');
			return [
				...(image === undefined || image === 'FULL'
					? []
					: [found('source', 'binlog_row_image', `binlog_row_image is ${image}.`)]),
				...(options
					? [found('source', 'binlog_row_value_options', `binlog_row_value_options is ${options}.`)]
					: []),
			];
		},
	},
	{
		id: 'srcDbBinlogExpireLogsDays',
		title: 'The binlog is kept for three days',
		page: 'drs_11_0016',
		scenarios: ALL,
		severity: 'alarm',
		remedy:
			'Keep the binlog for three days or more: binlog_expire_logs_seconds=259200 or expire_logs_days=3.',
		applies: isReplicating,
		judge: (look) => {
			const seconds = retention(look);
			if (seconds === undefined || seconds >= 3 * DAY) return [];
			const text =
				seconds === 0
					? 'The retention of the binlog is 0: never purged to the server, not set to the service.'
					: `The binlog is kept for ${Math.round((seconds / DAY) * 10) / 10} days.`;
			return [found('source', 'expire_logs_days', text)];
		},
	},
	{
		id: 'srclogSlaveUpdatesCheck',
		title: 'A replica writes what it replicates into its own binlog',
		page: 'drs_11_0061',
		scenarios: ['migration'],
		severity: 'alarm',
		remedy: 'Set log_slave_updates=1 in the configuration and restart the database.',
		applies: isReplicating,
		judge: (look) => {
			// With the binlog off the variable reads OFF whatever is configured; that is the other item.
			if (variable(look, 'source', 'log_bin') !== 'ON') return [];
			if (variable(look, 'source', 'log_replica_updates', 'log_slave_updates') !== 'OFF') return [];
			const isReplica = look.side('source')?.isReplica === true;
			return [
				found('source', 'log_slave_updates', 'log_slave_updates is OFF.', {
					severity: isReplica ? 'failed' : 'alarm',
				}),
			];
		},
	},
	{
		id: 'gtidMode',
		title: 'GTID is on',
		page: 'drs_11_0226',
		scenarios: ['cloudDataGuard'],
		severity: 'failed',
		remedy:
			'Set gtid_mode=ON and enforce_gtid_consistency=ON on both sides, step by step from 5.7 on.',
		judge: (look) =>
			(['source', 'target'] as const).flatMap((side) => {
				const facts = look.side(side);
				if (!facts) return [];
				return ['gtid_mode', 'enforce_gtid_consistency'].flatMap((name) => {
					const value = variable(look, side, name) ?? 'unknown to this server';
					return value === 'ON' ? [] : [found(side, name, `${name} is ${value}.`)];
				});
			}),
	},
];
