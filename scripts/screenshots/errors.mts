import type { INode, INodeParameters } from 'n8n-workflow';
import { putCredential, sampleCredentials } from '../../demo/lib/credentials.mts';
import { TARGET } from '../../demo/lib/inbox/sampleFleet.mts';
import { accounts } from '../../simulator/accounts.mts';
import { rdsInstances } from '../../simulator/data/instances.mts';
import { subnets } from '../../simulator/data/network.mts';
import type { NodePanel } from '../../test/e2e/pages/nodePanel.mts';
import { byId } from '../../test/support/locators.mts';
import { drs, storeNodes, USUAL, type Studio } from './studio.mts';
import type { SampleTasks } from './tasks.mts';

const idIn = (list: ReadonlyArray<{ id: string; name: string }>, name: string) =>
	byId(list.find((one) => one.name === name)?.id ?? '');

const PLACE = {
	targetInstance: idIn(rdsInstances, 'rds-crm'),
	subnet: idIn(subnets, 'subnet-mysql'),
};

/** @returns credentials of another user of the simulator, or of one with another password */
async function credentialsOf(
	{ demo }: Studio,
	name: string,
	user: Partial<typeof accounts.operator>,
): Promise<INode['credentials']> {
	const [body] = sampleCredentials(demo.simulator.url, { ...accounts.operator, ...user });
	return { ...demo.credentials, otcApi: await putCredential(demo.api, { ...body, name }) };
}

/** @returns nodes that fail, each for another reason, by what a user would have done */
async function failingNodes(studio: Studio, { running, idle }: SampleTasks): Promise<INode[]> {
	const viewer = await credentialsOf(studio, 'May Only Look', accounts.viewer);
	const wrong = await credentialsOf(studio, 'Wrong Password', { password: 'Not-The-Passw0rd' });
	const creating = (reason: string, changes: INodeParameters, credentials?: INode['credentials']) =>
		drs(
			studio,
			reason,
			{ resource: 'task', operation: 'createMigration', name: 'shop', ...PLACE, ...changes },
			credentials && { credentials },
		);
	const migrating = (reason: string, changes: INodeParameters) =>
		drs(studio, reason, { resource: 'migration', operation: 'run', ...PLACE, ...changes });
	const changing = (reason: string, operation: string, id: string) =>
		drs(studio, reason, { resource: 'task', operation, jobId: byId(id) });
	return [
		creating('Name Too Short', { name: 'ab' }),
		creating('Name Taken', { name: running.name }),
		creating('Instance of Another Engine', {
			operation: 'createSync',
			engineType: 'postgresql',
		}),
		creating('Subnet in Another VPC', { subnet: idIn(subnets, 'subnet-applications') }),
		creating('Subnet Not Known', {
			targetInstance: byId('00000000000000000000000000000000in01'),
			subnet: { __rl: true, mode: 'list', value: '' },
		}),
		creating('Password Refused', {}, wrong),
		creating('Permission Missing', {}, viewer),
		changing('No Such Task', 'get', 'no-such-task'),
		changing('Started Too Early', 'start', idle.id),
		changing('Deleted While It Runs', 'delete', running.id),
		migrating('Login Missing', {
			name: 'no-login',
			sourceDatabase: { authentication: 'defineBelow' },
		}),
		migrating('Pre-Check Failed', { name: 'shop-fail-precheck' }),
		migrating('Connection Failed', { name: 'shop-fail-connection' }),
		migrating('Settings Differ', {
			name: running.name,
			targetInstance: byId(TARGET.targetInstance),
			options: { taskType: 'FULL_TRANS', ifSettingsDiffer: 'fail' },
		}),
	];
}

/** Takes errors as a user sees them: failed nodes, a list that cannot be read, and a refused login of a credential. */
export async function takeErrors(studio: Studio, tasks: SampleTasks): Promise<void> {
	const { page, editor, attempt, take } = studio;
	await page.setViewportSize(USUAL);
	const workflows = new Map<string, string>();
	/** Each in a workflow of its own: n8n shows the error of a run in all its panels. */
	const openNode = async (name: string): Promise<NodePanel> => {
		await editor.open(workflows.get(name) ?? '');
		return await editor.openNode(name);
	};
	for (const node of await failingNodes(studio, tasks)) {
		workflows.set(node.name, await storeNodes(studio, node.name, [node]));
		await attempt(node.name, async () => {
			const panel = await openNode(node.name);
			await panel.start();
			await panel.failed();
			await take(`error ${node.name}`);
		});
	}
	await attempt('list that cannot be read', async () => {
		const panel = await openNode('Permission Missing');
		await panel.switchToList('targetInstance');
		await panel.parameter('targetInstance').getByTestId('rlc-input').click();
		await page.getByTestId('rlc-error-container').waitFor();
		await take('error list of instances');
	});
	await attempt('credential that is refused', async () => {
		const panel = await openNode('Password Refused');
		const modal = await panel.openCredential();
		await modal.failureText();
		await take('error credential');
	});
}
