import type { Demo } from '../../demo/lib/startDemo.mts';
import { accounts } from '../../simulator/accounts.mts';
import type { CredentialModal } from './pages/credentialModal.mts';
import { Editor } from './pages/editor.mts';
import { logIn } from './pages/login.mts';
import {
	openWindow,
	screenshot,
	SETUP_MILLISECONDS,
	startStack,
	type Stack,
	type Window,
} from './support/stack.mts';
import { Traffic } from './support/traffic.mts';

const WRONG_PASSWORD = 'Not-The-Passw0rd';

let stack: Stack;
let demo: Demo;
let window: Window;
let traffic: Traffic;
let modal: CredentialModal;

beforeAll(async () => {
	stack = await startStack();
	demo = stack.demo;
	window = await openWindow();
	traffic = new Traffic(window.page, demo.n8nUrl);
	await logIn(window.page, demo.n8nUrl, demo.login);
	const editor = new Editor(window.page, demo.n8nUrl);
	await editor.open(demo.workflows['create-migration-task']);
	const panel = await editor.openNode('Create Migration Task');
	modal = await panel.openCredential();
}, SETUP_MILLISECONDS);

afterAll(async () => {
	await window?.browser.close();
	await stack?.close();
}, 60_000);

const logins = () => demo.simulator.journal.count('createToken');

describe('the test of "Open Telekom Cloud API"', () => {
	it('is green with the right values', async () => {
		await modal.succeeded();
		await screenshot(window.page, 'credential-green');
		expect(logins()).toBe(1);
	});

	it('is red with a wrong password, and says what to do', async () => {
		const before = logins();
		await modal.fill('password', WRONG_PASSWORD);
		await modal.save();
		const text = await modal.failureText();
		await screenshot(window.page, 'credential-red');

		expect(text).toContain(accounts.operator.userName);
		expect(text).toMatch(/password/i);
		expect(text).toMatch(/correct|check|enter/i);
		expect(text).not.toContain(WRONG_PASSWORD);
		expect(logins()).toBe(before + 1);
	});

	it('does not send a refused password again', async () => {
		const before = logins();
		await modal.retry();
		expect(await modal.failureText()).toMatch(/password/i);
		expect(logins()).toBe(before);
	});

	it('is green again after the correction', async () => {
		await modal.fill('password', accounts.operator.password);
		await modal.save();
		await modal.succeeded();
		await screenshot(window.page, 'credential-green-again');
		await expect(modal.failure.isVisible()).resolves.toBe(false);
	});
});

describe('the browser', () => {
	it('saw no errors and asked no other host', () => {
		expect(traffic.errors).toEqual([]);
		expect(traffic.externalRequests).toEqual([]);
	});
});
