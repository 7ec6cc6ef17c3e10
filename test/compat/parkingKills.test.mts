import { describeKills } from '../e2e/support/kills/describeKills.mts';
import type { Scene } from '../e2e/support/kills/scene.mts';
import { startRegular } from '../e2e/support/kills/startRegular.mts';
import { ROOT, SETUP_MILLISECONDS } from '../e2e/support/stack.mts';
import { oldestN8n } from './support/oldestN8n.mts';

let scene: Scene;

beforeAll(async () => {
	// The module that the demo leaves out does not exist yet.
	scene = await startRegular({ N8N_DISABLED_MODULES: '' }, oldestN8n(ROOT));
}, SETUP_MILLISECONDS);

afterAll(async () => {
	await scene?.close();
}, 60_000);

describe('an execution whose n8n, the oldest, is killed', () => {
	describeKills('oldest', () => scene);
});
