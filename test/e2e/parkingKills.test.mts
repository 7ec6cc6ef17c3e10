import { describeKills } from './support/kills/describeKills.mts';
import type { Scene } from './support/kills/scene.mts';
import { startRegular } from './support/kills/startRegular.mts';
import { SETUP_MILLISECONDS } from './support/stack.mts';

let scene: Scene;

beforeAll(async () => {
	scene = await startRegular();
}, SETUP_MILLISECONDS);

afterAll(async () => {
	await scene?.close();
}, 60_000);

describe('an execution whose n8n is killed', () => {
	describeKills('newest', () => scene);
});
