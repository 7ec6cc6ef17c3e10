import {
	callWebhook,
	latestExecutions,
	readExecution,
	readStatus,
} from '../../../demo/lib/executions.mts';
import type { Demo } from '../../../demo/lib/startDemo.mts';
import { publishWorkflow } from '../../../demo/lib/workflows.mts';
import { waitUntil } from './exampleWorkflows.mts';
import { runByHand } from './runByHand.mts';

/** Longest wait for what a workflow does. */
export const PATIENCE = 180_000;

const ENDED = ['success', 'error', 'crashed', 'canceled'];

/** The example workflows as the demo imported them, and what they send to its inbox. */
export class ExampleRuns {
	private seen = { mails: 0, bodies: 0 };

	constructor(private readonly demo: Demo) {}

	/** From now on, only what comes in later counts. */
	forget(): void {
		this.seen = { mails: this.demo.inbox.entries.mails().length, bodies: this.allBodies().length };
	}

	mails = () => this.demo.inbox.entries.mails().slice(this.seen.mails);

	bodies = () => this.allBodies().slice(this.seen.bodies);

	allBodies = () => this.demo.inbox.entries.bodies();

	/** The messages to Slack. */
	texts = (bodies = this.bodies()) => bodies.flatMap(({ text }) => (text ? [String(text)] : []));

	/** Calls the webhook of a workflow, which the demo has published. */
	async call(path: string, body: unknown): Promise<number> {
		return (await callWebhook(`${this.demo.n8nUrl}/webhook/otc-drs/${path}`, body)).status;
	}

	/** Publishes a workflow as it is. */
	async publish(file: string): Promise<void> {
		const path = `/rest/workflows/${this.demo.workflows[file]}`;
		await publishWorkflow(this.demo.api, await this.demo.api.call('GET', path));
	}

	/** Starts a workflow by hand and waits for its end. @returns what its nodes gave */
	async runGreen(file: string, trigger: string) {
		const run = await runByHand(this.demo.api, this.demo.workflows[file], trigger, PATIENCE);
		expect([run.status, run.message]).toEqual(['success', undefined]);
		return run.outputs;
	}

	/** Waits for the latest execution of a workflow to end. */
	async ended(file: string) {
		await this.until('the execution begins', async () => (await this.ids(file)).length > 0);
		const [id] = await this.ids(file);
		await this.until('the execution ends', async () => ENDED.includes(await this.statusOf(id)));
		return await readExecution(this.demo.api, id);
	}

	/** @returns how the executions of a workflow ended, or that they go on */
	async statuses(file: string): Promise<string[]> {
		return await Promise.all((await this.ids(file)).map((id) => this.statusOf(id)));
	}

	allEnded = async (file: string): Promise<boolean> =>
		(await this.statuses(file)).every((status) => ENDED.includes(status));

	/** @returns the latest executions of a workflow, the newest first */
	ids = async (file: string) =>
		await latestExecutions(this.demo.api, this.demo.workflows[file], 50);

	statusOf = async (id: string): Promise<string> => await readStatus(this.demo.api, id);

	until = async (what: string, isTrue: () => boolean | Promise<boolean>): Promise<void> =>
		await waitUntil(what, isTrue, PATIENCE);
}
