import type { Migration, RunContext, Stage } from './migration';
import { STAGE_LABELS, type StageName } from './stageNames';
import type { Plan } from './plan';
import type { ItemSettings } from './settings';
import { configuration } from './stages/configuration';
import { connectionTest } from './stages/connectionTest';
import { create } from './stages/create';
import { precheck } from './stages/precheck';
import { start } from './stages/start';
import { wait } from './stages/wait';

const MINUTE = 60_000;

/** The stages in their order. */
export const STAGES: readonly Stage[] = [
	create,
	connectionTest,
	configuration,
	precheck,
	start,
	wait,
];

/** @returns how long a stage may take, in ms */
const limitOf = (stage: StageName, { stageMinutes, waitMinutes }: ItemSettings): number =>
	(stage === 'wait' ? waitMinutes : stageMinutes) * MINUTE;

/** @returns how long a database may take at most, in ms: those stages count that wait for the cloud */
export const limitOfRun = ({ settings }: Plan): number =>
	2 * limitOf('create', settings) +
	(settings.waitFor === 'nothing' ? 0 : limitOf('wait', settings));

/** @returns when the time of a migration for its stage is over, in ms since 1970 */
export const endOfStage = ({ at, began, plan }: Migration): number =>
	at === 'end' || began === undefined ? Infinity : began + limitOf(at, plan.settings);

/** Notes how long the migrations that are through with a stage took, and lets them continue with the next one. */
function leave(stage: Stage, here: readonly Migration[], { client }: RunContext): void {
	const next = STAGES[STAGES.indexOf(stage) + 1]?.name;
	for (const migration of here) {
		if (migration.waits) continue;
		const { began } = migration;
		if (began !== undefined) {
			const seconds = Math.round((client.now() - began) / 100) / 10;
			migration.stages[stage.name] = { started_at: new Date(began).toISOString(), seconds };
		}
		migration.began = undefined;
		migration.at =
			migration.plan.settings.stopAfter === stage.name || next === undefined ? 'end' : next;
	}
}

/**
 * Moves every migration as far as it can go without waiting.
 *
 * @param context client and settings of the run
 * @param migrations all of the run; those that have to wait are marked with `waits`
 * @param since when the run began, in ms since 1970
 * @param tell is told how far the run is
 */
export async function moveAll(
	context: RunContext,
	migrations: readonly Migration[],
	since: number,
	tell: (words: string) => void,
): Promise<void> {
	const { client } = context;
	for (const stage of STAGES) {
		const here = migrations.filter(({ at, failure }) => at === stage.name && failure === undefined);
		const concerned = here.filter(
			(migration) =>
				migration.began !== undefined || stage.concerns(migration, migration.plan.settings),
		);
		for (const migration of concerned) {
			migration.waits = undefined;
			migration.began ??= client.now();
			const end = Math.min(since + limitOfRun(migration.plan), endOfStage(migration));
			migration.isLate = client.now() >= end;
		}
		if (concerned.length > 0) await stage.run(context, concerned);
		leave(stage, here, context);
		const left = migrations.filter(({ failure }) => failure === undefined).length;
		tell(`${STAGE_LABELS[stage.name]}: ${left} of ${migrations.length} databases in progress`);
	}
}
