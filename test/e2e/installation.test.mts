import { describeInstallation } from './support/describeInstallation.mts';
import { startInstalled, type InstalledStack } from './support/installedN8n.mts';
import { SETUP_MILLISECONDS } from './support/stack.mts';

let stack: InstalledStack;

beforeAll(async () => {
	stack = await startInstalled();
}, SETUP_MILLISECONDS);

afterAll(async () => {
	await stack?.close();
}, 60_000);

describe('the package, installed with npm as documented', () => {
	describeInstallation(() => stack);
});
