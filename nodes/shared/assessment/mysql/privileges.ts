import type { Side } from '../../sql/family';
import { found, type Rule } from '../rule';
import type { AssessmentSettings, Found } from '../types';
import type { MysqlFacts } from './facts';
import { holds } from '../../sql/grants';
import { variable, type MysqlLook } from './view';

const FULL = ['SELECT', 'SHOW VIEW', 'EVENT'];
const INCREMENTAL = [...FULL, 'LOCK TABLES'];
const REPLICATION = ['REPLICATION SLAVE', 'REPLICATION CLIENT'];
const RECOVERY = ['CREATE', 'ALTER', 'DROP', 'DELETE', 'INSERT', 'UPDATE', 'INDEX'];
const TARGET_SYNC = [
	...['SELECT', 'CREATE', 'DROP', 'DELETE', 'INSERT', 'UPDATE', 'ALTER', 'CREATE VIEW'],
	...['CREATE ROUTINE', 'REFERENCES'],
];
const TARGET = [...TARGET_SYNC, 'INDEX', 'EVENT', 'TRIGGER'];

/** Privileges that the user of a side lacks. */
function lacking(
	look: MysqlLook,
	side: Side,
	perDatabase: readonly string[],
	global: readonly string[],
): Found[] {
	const facts = look.side(side);
	if (!facts) return [];
	if (!facts.grants.known) {
		look.lacks(
			`The grants of the ${side} are missing: run the statement "grants" right after "catalog".`,
		);
		return [];
	}
	// The databases do not exist on the target yet, so that only rights on all of them are sure to fit.
	const databases = look.settings.databases;
	const missing = [
		...perDatabase.filter((name) => !holds(facts.grants, name, databases)),
		...global.filter((name) => !facts.grants.global.has(name)),
	].map((name) => name.toLowerCase());
	if (missing.length === 0) return [];
	const where = global.length > 0 || databases.length === 0 ? '*.*' : 'the databases to move';
	return [
		found(side, facts.user, `The user lacks ${missing.join(', ')}.`, {
			remedy: `Grant ${missing.join(', ')} on ${where} to ${facts.user}.`,
		}),
	];
}

const ofTaskUser = ({ asTaskUser }: AssessmentSettings): boolean => asTaskUser;
const ALL = ['migration', 'sync', 'cloudDataGuard'] as const;

/** The privilege that sets the definer of others, by version. */
const DEFINER_RIGHTS = ['SUPER', 'SET USER', 'SET_USER_ID', 'SET_ANY_DEFINER', 'SYSTEM_USER'];

/** `user@host` of a definer in the form of the list of accounts. */
const plainAccount = (definer: string): string => definer.replaceAll('`', '').replaceAll("'", '');

/** The items about users. */
export const PRIVILEGE_RULES: ReadonlyArray<Rule<MysqlFacts>> = [
	{
		id: 'srcDbPrivilegesIsEnoughForIncre',
		title: 'The user of the source may replicate',
		page: 'drs_11_0009',
		scenarios: ALL,
		severity: 'failed',
		remedy:
			'Grant select, show view, event, lock tables, replication slave, replication client on *.* to the user.',
		applies: (settings) => settings.incremental && ofTaskUser(settings),
		judge: (look) =>
			lacking(
				look,
				'source',
				look.settings.scenario === 'cloudDataGuard' ? [...INCREMENTAL, ...RECOVERY] : INCREMENTAL,
				REPLICATION,
			),
	},
	{
		id: 'srcDbPrivilegesIsEnough',
		title: 'The user of the source may read',
		page: 'drs_11_0009',
		scenarios: ALL,
		severity: 'failed',
		remedy: 'Grant select, show view, event to the user.',
		applies: (settings) => !settings.incremental && ofTaskUser(settings),
		judge: (look) => lacking(look, 'source', FULL, []),
	},
	{
		id: 'dstDbPrivilegesIsEnough',
		title: 'The user of the target may create and write',
		page: 'drs_11_0008',
		scenarios: ALL,
		severity: 'failed',
		remedy: 'Grant the missing privileges with grant option, or use root of the instance.',
		applies: ofTaskUser,
		judge: (look) => {
			const findings = lacking(
				look,
				'target',
				look.settings.scenario === 'sync' ? TARGET_SYNC : TARGET,
				[],
			);
			const facts = look.side('target');
			if (findings.length > 0 || !facts || look.settings.scenario === 'sync') return findings;
			return facts.grants.known && !facts.grants.canGrant
				? [found('target', facts.user, 'The user lacks the grant option.')]
				: [];
		},
	},
	{
		id: 'userRequirementIsEnoughForDefiner',
		title: 'Definers can be kept',
		page: null,
		scenarios: ['migration'],
		severity: 'failed',
		remedy:
			'Replace all definers with the user of the target, or grant the right to set definers and migrate the accounts first.',
		applies: ({ replaceDefiner }) => !replaceDefiner,
		judge: (look) => {
			const source = look.side('source');
			const target = look.side('target');
			if (!source || !target) return [];
			const definers = [...new Set(source.programs.map(({ definer }) => plainAccount(definer)))];
			const others = definers.filter((definer) => definer !== target.user);
			if (others.length === 0) return [];
			if (!DEFINER_RIGHTS.some((name) => target.grants.global.has(name))) {
				return [
					found('target', target.user, `The user may not set definers such as ${others[0]}.`),
				];
			}
			const { accounts } = target;
			if (!accounts) {
				look.lacks(
					`The accounts of the target could not be read: grant select on mysql.user to ${target.user}.`,
				);
				return [];
			}
			return others
				.filter((definer) => !accounts.has(definer))
				.map((definer) => found('target', definer, 'The definer has no account on the target.'));
		},
	},
	{
		id: 'isUserRequireSslLink',
		title: 'Users that must use TLS do',
		page: 'drs_11_0017',
		scenarios: ['migration', 'sync'],
		severity: 'failed',
		remedy:
			'Turn on SSL for the endpoint and provide its certificate, or use a user without REQUIRE.',
		applies: ({ usesTls, asTaskUser }) => !usesTls && asTaskUser,
		judge: (look) =>
			(['source', 'target'] as const).flatMap((side) => {
				const facts = look.side(side);
				if (!facts) return [];
				if (variable(look, side, 'require_secure_transport') === 'ON') {
					return [
						found(
							side,
							'require_secure_transport',
							'The server only accepts encrypted connections.',
						),
					];
				}
				if (facts.account === undefined) {
					look.lacks(
						`Whether ${facts.user} of the ${side} must use TLS is not known: run the statement "account".`,
					);
				}
				return /REQUIRE (SSL|X509|SUBJECT|ISSUER|CIPHER)/i.test(facts.account ?? '')
					? [found(side, facts.user, 'The user must use TLS, and the task does not.')]
					: [];
			}),
	},
];
