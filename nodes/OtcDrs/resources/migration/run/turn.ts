import {
	STAGE_LABELS,
	type Migration,
	type RunContext,
	type RunSettings,
	type Stage,
	type StageName,
} from './migration';
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
const limitOf = (stage: StageName, { stageMinutes, waitMinutes }: RunSettings): number =>
	(stage === 'wait' ? waitMinutes : stageMinutes) * MINUTE;

/** @returns how long a run may take at most, in ms: those stages count that wait for the cloud */
export const limitOfRun = (settings: RunSettings): number =>
	2 * limitOf('create', settings) +
	(settings.waitFor === 'nothing' ? 0 : limitOf('wait', settings));

/** @returns when the time of a migration for its stage is over, in ms since 1970 */
export const endOfStage = ({ at, began }: Migration, settings: RunSettings): number =>
	at === 'end' || began === undefined ? Infinity : began + limitOf(at, settings);

/** Notes how long the migrations that are through with a stage took, and lets them continue with the next one. */
function leave(stage: Stage, here: readonly Migration[], { client, settings }: RunContext): void {
	const next = STAGES[STAGES.indexOf(stage) + 1]?.name;
	for (const migration of here) {
		if (migration.waits) continue;
		const { began } = migration;
		if (began !== undefined) {
			const seconds = Math.round((client.now() - began) / 100) / 10;
			migration.stages[stage.name] = { started_at: new Date(began).toISOString(), seconds };
		}
		migration.began = undefined;
		migration.at = settings.stopAfter === stage.name || next === undefined ? 'end' : next;
	}
}

/**
 * Moves every migration as far as it can go without waiting.
 *
 * @param context client and settings of the run
 * @param migrations all of the run; those that have to wait are marked with `waits`
 * @param end when the time of the run is over, in ms since 1970
 * @param tell is told how far the run is
 */
export async function moveAll(
	context: RunContext,
	migrations: readonly Migration[],
	end: number,
	tell: (words: string) => void,
): Promise<void> {
	const { client, settings } = context;
	for (const stage of STAGES) {
		const here = migrations.filter(({ at, failure }) => at === stage.name && failure === undefined);
		const concerned = here.filter(
			(migration) => migration.began !== undefined || stage.concerns(migration, settings),
		);
		for (const migration of concerned) {
			migration.waits = undefined;
			migration.began ??= client.now();
			migration.isLate = client.now() >= Math.min(end, endOfStage(migration, settings));
		}
		if (concerned.length > 0) await stage.run(context, concerned);
		leave(stage, here, context);
		const left = migrations.filter(({ failure }) => failure === undefined).length;
		tell(`${STAGE_LABELS[stage.name]}: ${left} of ${migrations.length} databases in progress`);
	}
}
