import { describeInstallation } from '../e2e/support/describeInstallation.mts';
import { startInstalled, type InstalledStack } from '../e2e/support/installedN8n.mts';
import { ROOT, SETUP_MILLISECONDS } from '../e2e/support/stack.mts';
import { oldestN8n } from './support/oldestN8n.mts';

let stack: InstalledStack;

beforeAll(async () => {
	// The module that the demo leaves out does not exist yet.
	stack = await startInstalled({ N8N_DISABLED_MODULES: '' }, oldestN8n(ROOT));
}, SETUP_MILLISECONDS);

afterAll(async () => {
	await stack?.close();
}, 60_000);

describe('the package, installed with npm as documented, in the oldest n8n', () => {
	describeInstallation(() => stack);
});
