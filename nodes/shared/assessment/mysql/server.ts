import { found, type Rule } from '../rule';
import { diskFindings } from '../disk';
import type { MysqlFacts } from './facts';
import { versionNumbers } from './versions';
import { databasesOf, pathOf, seen, variable } from './view';

const ALL = ['migration', 'sync', 'cloudDataGuard'] as const;

/** The items about the servers themselves. */
export const SERVER_RULES: ReadonlyArray<Rule<MysqlFacts>> = [
	{
		id: 'dstDbDiskSize',
		title: 'The disk of the target is large enough',
		page: 'drs_11_0010',
		scenarios: ['migration'],
		severity: 'failed',
		remedy: 'Enlarge the storage of the target instance, or free up space.',
		applies: ({ targetDisk }) => targetDisk !== undefined,
		judge: (look) => {
			const tables = seen(look, 'tables')?.tables;
			if (!tables) return [];
			const bytes = tables.reduce((sum, table) => sum + table.bytes, 0);
			return diskFindings(bytes, 2.5, look.settings.targetDisk);
		},
	},
	{
		id: 'checkIncreSrcDbExistedInDstDb',
		title: 'The target has no database with the same name',
		page: 'drs_11_0004',
		scenarios: ['migration'],
		severity: 'failed',
		remedy: 'Drop or rename the database with this name on the target, or use another instance.',
		judge: (look) => {
			const source = look.side('source');
			const target = look.side('target');
			if (!source || !target) return [];
			if (!['SHOW DATABASES', 'SELECT', 'CREATE'].some((name) => target.grants.global.has(name))) {
				look.lacks(
					`The user of the target may not list all databases: grant show databases on *.* to ${target.user}.`,
				);
			}
			const ignoresCase = variable(look, 'target', 'lower_case_table_names') !== '0';
			const form = (name: string): string => (ignoresCase ? name.toLowerCase() : name);
			const taken = new Set(target.schemas.map(form));
			return databasesOf(look, source)
				.filter((name) => taken.has(form(name)))
				.map((name) => found('target', pathOf(name), 'The target has a database with this name.'));
		},
	},
	{
		id: 'srcDbServerIdCheck',
		title: 'server_id of the source is set',
		page: 'drs_11_0018',
		scenarios: ALL,
		severity: 'failed',
		remedy: 'Set server_id globally and in the configuration.',
		applies: ({ incremental }) => incremental,
		judge: (look) => {
			const value = variable(look, 'source', 'server_id');
			const [major = 0, minor = 0] = versionNumbers(look.side('source')?.version ?? '');
			const least = major < 5 || (major === 5 && minor <= 6) ? 2 : 1;
			return value !== undefined && Number(value) < least
				? [found('source', 'server_id', `server_id is ${value}; it has to be ${least} or more.`)]
				: [];
		},
	},
	{
		id: 'serverIdDifferent',
		title: 'server_id differs on both sides',
		page: 'drs_11_0044',
		scenarios: ALL,
		severity: 'failed',
		remedy: 'Change server_id of one side.',
		judge: (look) => {
			const source = variable(look, 'source', 'server_id');
			const target = variable(look, 'target', 'server_id');
			return source !== undefined && source === target
				? [found('target', 'server_id', `server_id is ${source} on both sides.`)]
				: [];
		},
	},
	{
		id: 'dbServerUuidConsistency',
		title: 'server_uuid differs on both sides',
		page: 'drs_11_0025',
		scenarios: ALL,
		severity: 'failed',
		remedy:
			'Make sure that they are not the same server. In a copied data directory, remove auto.cnf before the start.',
		judge: (look) => {
			const source = variable(look, 'source', 'server_uuid');
			const target = variable(look, 'target', 'server_uuid');
			return source !== undefined && source === target
				? [found('target', 'server_uuid', `server_uuid is ${source} on both sides.`)]
				: [];
		},
	},
	{
		id: 'logBinTrustFunctionCreators',
		title: 'The target accepts functions of users without SUPER',
		page: 'drs_11_0225',
		scenarios: ['migration'],
		severity: 'failed',
		remedy: 'Set log_bin_trust_function_creators=ON on the target.',
		judge: (look) => {
			if (variable(look, 'target', 'log_bin_trust_function_creators') !== 'OFF') return [];
			if (variable(look, 'target', 'log_bin') === 'OFF') return [];
			const facts = seen(look, 'tables');
			const hasRoutines = facts?.programs.some(({ kind }) => kind === 'routine');
			return hasRoutines
				? [
						found(
							'target',
							'log_bin_trust_function_creators',
							'log_bin_trust_function_creators is OFF, and the source has stored routines.',
						),
					]
				: [];
		},
	},
	{
		id: 'logBinTrustFunctionCreatorsAlike',
		title: 'log_bin_trust_function_creators agrees',
		page: 'drs_11_0227',
		scenarios: ['migration'],
		severity: 'alarm',
		remedy: 'Set log_bin_trust_function_creators=ON on the target.',
		applies: ({ direction }) => direction === 'down',
		judge: (look) => {
			const source = variable(look, 'source', 'log_bin_trust_function_creators');
			const target = variable(look, 'target', 'log_bin_trust_function_creators');
			return source === undefined || target === undefined || source === target
				? []
				: [
						found(
							'target',
							'log_bin_trust_function_creators',
							`It is ${source} on the source and ${target} on the target.`,
						),
					];
		},
	},
	{
		id: 'targetReadReplica',
		title: 'The target has no read replica',
		page: 'drs_11_0050',
		scenarios: ['migration'],
		severity: 'failed',
		remedy: 'Delete the read replicas, and create them again after the migration.',
		applies: ({ incremental }) => incremental,
		judge: (look) => {
			const facts = look.side('target');
			if (!facts) return [];
			const isMaria = facts.variables.has('aria_block_size');
			const right = isMaria ? 'REPLICATION MASTER ADMIN' : 'REPLICATION SLAVE';
			if (!facts.grants.global.has(right) && !facts.grants.global.has('SUPER')) {
				look.lacks(
					`Replicas of the target cannot be listed: grant ${right.toLowerCase()} on *.* to ${facts.user}, or look at the list of instances.`,
				);
			}
			return facts.replicas.map((name) => found('target', name, 'It is a replica of the target.'));
		},
	},
];
