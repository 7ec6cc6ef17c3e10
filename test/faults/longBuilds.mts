import { randomUUID } from 'node:crypto';
import type * as Session from '../../credentials/iam/session.ts';
import type * as Start from '../../nodes/OtcDrs/resources/migration/run/stages/start.ts';
import type * as Stages from '../../nodes/OtcDrs/resources/migration/run/migration.ts';
import type * as Watch from '../../nodes/shared/client/credentialWatch.ts';
import type { BrokenBuild } from './builds.mts';
import { KILLS, OUTAGES, PROCESSES, type Case } from './cases.mts';

const WATCH = '../../nodes/shared/client/credentialWatch.ts';
const STAGES = '../../nodes/OtcDrs/resources/migration/run/migration.ts';
const SESSION = '../../credentials/iam/session.ts';
const LOST = '../../nodes/shared/drs/lostCreation.ts';
const START = '../../nodes/OtcDrs/resources/migration/run/stages/start.ts';

const during = (name: string): Case => OUTAGES.find((one) => one.name === name)!;

const KILLED: Case = { ...KILLS[0], name: 'killed 3 times', kills: [8, 38, 4] };

/** Mistakes that take several executions to notice. */
export const LONG_BUILDS: readonly BrokenBuild[] = [
	{
		name: 'a database drops out permanently when the service cannot be asked about it',
		module: STAGES,
		mistake: (actual) => ({
			...(actual as typeof Stages),
			drop: (...[migration, stage, failure]: Parameters<typeof Stages.drop>) => {
				migration.failure = { ...failure, stage };
			},
		}),
		work: 'run',
		under: during('DRS answers 503 for 2 minutes'),
		figure: 'executions',
	},
	{
		name: 'each call tries to log in, although IAM is away',
		module: WATCH,
		mistake: (actual) => {
			const { watchCredential, ...rest } = actual as typeof Watch;
			return {
				...rest,
				watchCredential: () => ({ ...watchCredential(), foresee: () => undefined }),
			};
		},
		work: 'create',
		under: during('IAM answers 503 for 2 minutes'),
		figure: 'logins',
	},
	{
		name: 'a process does not use the session that another one has stored',
		module: SESSION,
		mistake: (actual) => {
			const { fingerprintOf, ...rest } = actual as typeof Session;
			const own = randomUUID();
			return {
				...rest,
				fingerprintOf: (...args: Parameters<typeof fingerprintOf>) => own + fingerprintOf(...args),
			};
		},
		work: 'create',
		under: PROCESSES[0],
		figure: 'logins',
	},
	{
		name: 'a run starts what a killed one has started',
		module: START,
		mistake: (actual) => {
			const { start } = actual as typeof Start;
			const startAnything: typeof start = {
				...start,
				concerns: () => true,
				async run(context, migrations) {
					for (const migration of migrations) migration.status = 'CONFIGURATION';
					await start.run(context, migrations);
				},
			};
			return { start: startAnything };
		},
		work: 'run',
		under: KILLED,
		figure: 'startedTwice',
	},
	{
		name: 'a task that a killed execution has created is not returned',
		module: LOST,
		mistake: (actual) => ({ ...(actual as object), NAME_TAKEN: 'another code' }),
		work: 'create',
		under: KILLED,
		figure: 'failed',
	},
];
