import type { WorkflowFile } from '../workflows.mts';

/** Where the addresses in the node "Settings" of the example workflows lead in the demo, below the inbox. */
const PATHS = new Map([
	['slackWebhookUrl', 'slack'],
	['ticketUrl', 'tickets'],
	['freezeUrl', 'freeze'],
	['unfreezeUrl', 'unfreeze'],
	['switchUrl', 'switch'],
	['cutOverUrl', 'cut-over'],
]);

interface SetParameters {
	assignments?: { assignments: Array<{ name: string; value: unknown }> };
}

/** Triggers that n8n calls only when somebody asks: published, they do nothing by themselves. */
const CALLED = ['n8n-nodes-base.webhook', 'n8n-nodes-base.formTrigger'];

const isTrigger = ({ type }: { type: string }): boolean =>
	/(trigger|webhook)$/i.test(type) && !/respondToWebhook$/.test(type);

function settings({ nodes }: WorkflowFile): Array<{ name: string; value: unknown }> {
	const node = nodes.find(({ name }) => name === 'Settings');
	return (node?.parameters as SetParameters | undefined)?.assignments?.assignments ?? [];
}

/**
 * Prepares an example workflow for the demo: its messages go to the inbox, and it is published if it only waits for calls or
 * forms.
 * @param workflow as its file has it; is not changed
 * @param inboxUrl address of the inbox
 */
export function pointAtInbox(workflow: WorkflowFile, inboxUrl: string): WorkflowFile {
	const copy = structuredClone(workflow);
	for (const entry of settings(copy)) {
		const path = PATHS.get(entry.name);
		if (path !== undefined) entry.value = `${inboxUrl}/${path}`;
	}
	const triggers = copy.nodes.filter(isTrigger);
	const isCalled = triggers.length > 0 && triggers.every(({ type }) => CALLED.includes(type));
	return { ...copy, active: workflow.active === true || isCalled };
}
