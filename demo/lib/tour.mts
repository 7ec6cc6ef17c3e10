import {
	callWebhook,
	type Execution,
	type ItemJson,
	latestExecutions,
	readExecution,
} from './executions.mts';
import type { Log } from './log.mts';
import { DemoProblem } from './problem.mts';
import type { Demo } from './startDemo.mts';

/** The workflow that the demo runs, and the names of its nodes; see workflows/create-migration-task.json. */
export const TOUR = {
	workflow: 'create-migration-task',
	webhook: 'webhook/otc-drs/create-migration-task',
	job: 'Create Migration Task',
	next: 'Compose Message',
} as const;

/** What the run of the example workflow gave. */
export interface TourResult {
	/** The job response: the output of OTC DRS. */
	job: ItemJson;
	/** The output of the node after it. */
	next: ItemJson;
}

async function latestExecution({ api, workflows }: Demo): Promise<Execution | undefined> {
	const [id] = await latestExecutions(api, workflows[TOUR.workflow], 1);
	return id === undefined ? undefined : await readExecution(api, id);
}

/**
 * Runs the Create Migration Task workflow by its webhook.
 * @param demo a running demo
 * @param body sent to the webhook; may name the task
 * @returns the job response and what the next node made of it
 * @throws DemoProblem with n8n's words when the workflow did not create a task
 */
export async function runTour(demo: Demo, body: Record<string, unknown> = {}): Promise<TourResult> {
	const { status, text } = await callWebhook(`${demo.n8nUrl}/${TOUR.webhook}`, body);
	const execution = await latestExecution(demo);
	const job = execution?.outputs[TOUR.job]?.[0];
	const next = execution?.outputs[TOUR.next]?.[0];
	if (job === undefined || next === undefined || status >= 400) {
		throw new DemoProblem(
			`The workflow created no task. ${execution?.message ?? `The webhook answered ${status}: ${text}`}`,
			`Look at its executions in ${demo.n8nUrl}. "npm run demo -- --fresh" starts with the workflow as it was shipped.`,
		);
	}
	return { job, next };
}

/** Shows the result of the run. */
export function showTour(log: Log, { job, next }: TourResult): void {
	const sections: [string, ItemJson][] = [
		[`Job response (output of "${TOUR.job}")`, job],
		[`The next node's output ("${TOUR.next}")`, next],
	];
	for (const [title, json] of sections) {
		log(`\n${title}:\n${JSON.stringify(json, undefined, 2)}`);
	}
}

/** What {@link showHint} tells of a demo. */
export type Shown = Pick<Demo, 'n8nUrl' | 'login' | 'workflows' | 'logFile'> & {
	simulator: Pick<Demo['simulator'], 'url'>;
	inbox: Pick<Demo['inbox'], 'url'>;
};

/** Tells what to look at first, how to sign in and how to end the demo. */
export function showHint(log: Log, demo: Shown): void {
	const workflow = `${demo.n8nUrl}/workflow/${demo.workflows[TOUR.workflow]}`;
	log(
		[
			'',
			'Look at first:',
			`1. The run above, node by node: ${workflow}/executions`,
			`   Sign in as ${demo.login.email} with the password ${demo.login.password}`,
			`2. The inbox: ${demo.inbox.url}  Emails and messages of all workflows arrive there; it says what to try.`,
			`3. The other workflows: ${demo.n8nUrl}/home/workflows  docs/workflows.md says what each does.`,
			'',
			`simulator  ${demo.simulator.url}/__simulator/journal  (the requests it received)`,
			`n8n's log  ${demo.logFile}`,
			'Ctrl-C ends everything.',
		].join('\n'),
	);
}
