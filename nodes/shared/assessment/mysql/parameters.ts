import { found, type Rule } from '../rule';
import type { Found } from '../types';
import type { MysqlFacts } from './facts';
import { COMMON_PARAMETERS } from './sql';
import { pathOf, selectedTables, unequal, variable, type MysqlLook } from './view';

const BOTH = ['migration', 'sync'] as const;
const ALL = ['migration', 'sync', 'cloudDataGuard'] as const;
const ALIGN = 'Set the target to the value of the source, for instance with Align Parameters.';
const MINIMUM_PACKET = 104_857_600;

const sameCharset = (value: string): string => (value === 'UTF8' ? 'UTF8MB3' : value);

const modes = (value: string): string =>
	value
		.split(',')
		// MySQL 8 has dropped this mode and refuses it.
		.filter((mode) => mode !== '' && mode !== 'NO_AUTO_CREATE_USER')
		.sort()
		.join(',');

/** A rule that one variable has to agree on both sides. */
const equal = (
	id: string,
	title: string,
	page: string | null,
	names: readonly string[],
	more: Partial<Rule<MysqlFacts>> & { alike?: (value: string) => string } = {},
): Rule<MysqlFacts> => {
	const { alike, ...rest } = more;
	return {
		id,
		title,
		page,
		scenarios: BOTH,
		severity: 'failed',
		remedy: ALIGN,
		judge: (look) => unequal(look, names, alike),
		...rest,
	};
};

function caseProblems(look: MysqlLook): Found[] {
	const findings = unequal(look, ['lower_case_table_names']);
	if (findings.length === 0 || variable(look, 'source', 'lower_case_table_names') === '1') {
		return findings;
	}
	const upper = selectedTables(look).filter(({ name }) => name !== name.toLowerCase());
	return [
		...findings,
		...upper.map(({ schema, name }) =>
			found('source', pathOf(schema, name), 'The name has upper case, which one side cannot tell.'),
		),
	];
}

/** The items about parameters that both sides share. */
export const PARAMETER_RULES: ReadonlyArray<Rule<MysqlFacts>> = [
	equal(
		'dbCharacterSetConsistency',
		'Character sets agree',
		'drs_11_0013',
		['character_set_server'],
		{
			alike: sameCharset,
		},
	),
	equal('dbCollationServerConsistency', 'Collations agree', 'drs_11_0024', ['collation_server'], {
		alike: (value) => value.replace(/^UTF8_/, 'UTF8MB3_'),
	}),
	equal(
		'srcDstTableNameCaseSensitiveCheck',
		'Both sides treat upper and lower case alike',
		'drs_11_0019',
		[],
		{
			remedy:
				'Set the same lower_case_table_names: from MySQL 8 on when the instance is created. Otherwise rename to lower case first.',
			judge: caseProblems,
		},
	),
	equal('sqlModeConsistency', 'sql_mode agrees', 'drs_11_0059', ['sql_mode'], { alike: modes }),
	{
		id: 'sqlModeNoEngine',
		title: 'The target may replace engines while MyISAM tables move',
		page: 'drs_11_0228',
		scenarios: BOTH,
		severity: 'failed',
		remedy:
			'Remove NO_ENGINE_SUBSTITUTION from sql_mode of the target while the task runs, or change the tables.',
		judge: (look) => {
			if (!variable(look, 'target', 'sql_mode')?.includes('NO_ENGINE_SUBSTITUTION')) return [];
			return selectedTables(look)
				.filter(({ engine }) => engine?.toUpperCase() === 'MYISAM')
				.map(({ schema, name }) =>
					found(
						'target',
						pathOf(schema, name),
						'It is MyISAM, and the target may not replace engines.',
					),
				);
		},
	},
	{
		id: 'sqlModeIsNoEngine',
		title: 'sql_mode of the source is not NO_ENGINE alone',
		page: 'drs_11_0049',
		scenarios: BOTH,
		severity: 'failed',
		remedy: 'Add further modes to sql_mode of the source.',
		judge: (look) =>
			/^NO_ENGINE(_SUBSTITUTION)?$/.test(variable(look, 'source', 'sql_mode') ?? '')
				? [found('source', 'sql_mode', 'sql_mode is NO_ENGINE_SUBSTITUTION alone.')]
				: [],
	},
	equal(
		'innodbStrictModeConsistency',
		'innodb_strict_mode agrees',
		'drs_11_0060',
		['innodb_strict_mode'],
		{
			scenarios: ['migration'],
		},
	),
	equal(
		'dbIsolationLevelConsistency',
		'Isolation levels agree',
		'drs_11_0453',
		['transaction_isolation', 'tx_isolation'],
		{ scenarios: ['migration'], applies: ({ direction }) => direction === 'up' },
	),
	{
		id: 'dbClockConsistency',
		title: 'Clocks agree',
		page: null,
		scenarios: ['migration'],
		severity: 'alarm',
		remedy:
			'Synchronize the clocks of both servers with NTP. Run the statements of both sides at the same time to measure it.',
		judge: (look) => {
			const source = look.side('source')?.clock;
			const target = look.side('target')?.clock;
			if (source === undefined || target === undefined) return [];
			const seconds = Math.round(Math.abs(source - target));
			return seconds > look.settings.clockTolerance
				? [found('target', 'clock', `The clocks read ${seconds} s apart.`)]
				: [];
		},
	},
	{
		id: 'timeZoneConsistency',
		title: 'Time zones agree',
		page: 'drs_11_0023',
		scenarios: BOTH,
		severity: 'failed',
		remedy: 'Set time_zone to the same value on both sides.',
		judge: (look) => {
			const source = look.side('source')?.offset;
			const target = look.side('target')?.offset;
			return source === undefined || target === undefined || source === target
				? []
				: [
						found(
							'target',
							'time_zone',
							`Local time is ${source} s from UTC on the source, ${target} s on the target.`,
						),
					];
		},
	},
	equal(
		'groupConcatMaxLen',
		'group_concat_max_len agrees',
		'drs_11_0469',
		['group_concat_max_len'],
		{
			scenarios: ALL,
			severity: 'alarm',
		},
	),
	equal('dbParamConsistency', 'Common parameters agree', null, [], {
		scenarios: ['migration'],
		severity: 'alarm',
		judge: (look) => COMMON_PARAMETERS.flatMap((name) => unequal(look, [name])),
	}),
	{
		id: 'dstMaxAllowedPacketCheck',
		title: 'max_allowed_packet of the target is large enough',
		page: 'drs_15_0017',
		scenarios: BOTH,
		severity: 'failed',
		remedy: 'Set max_allowed_packet of the target above 104857600 (100 MB).',
		judge: (look) => {
			const value = Number(variable(look, 'target', 'max_allowed_packet') ?? Infinity);
			return value > MINIMUM_PACKET
				? []
				: [found('target', 'max_allowed_packet', `max_allowed_packet is ${value}.`)];
		},
	},
];
