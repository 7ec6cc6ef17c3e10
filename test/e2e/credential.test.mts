import { accounts } from '../../simulator/accounts.mts';
import type { CredentialModal } from './pages/credentialModal.mts';
import { screenshot, SETUP_MILLISECONDS } from './support/stack.mts';
import { useEditor } from './support/useEditor.mts';

const WRONG_PASSWORD = 'Not-The-Passw0rd';

/** n8n adds it to every credential that the HTTP Request node can use. */
const FIELD_OF_N8N = 'Allowed HTTP Request Domains';

const LOGIN_FIELDS = ['Region', 'Account (Domain) Name', 'User Name', 'Password'];

const open = useEditor();
let modal: CredentialModal;

beforeAll(async () => {
	await open.editor.open(open.demo.workflows['create-migration-task']);
	const panel = await open.editor.openNode('Create Migration Task');
	modal = await panel.openCredential();
}, SETUP_MILLISECONDS);

const logins = () => open.demo.simulator.journal.count('createToken');
const lastAuthentication = () => open.demo.simulator.journal.entries.at(-1)?.auth;

describe('the test of "Open Telekom Cloud (OTC) API"', () => {
	it('is green with the right values', async () => {
		await modal.succeeded();
		await screenshot(open.window.page, 'credential-green');
		expect(logins()).toBe(1);
	});

	it('is red with a wrong password, and says what to do', async () => {
		const before = logins();
		await modal.fill('password', WRONG_PASSWORD);
		await modal.save();
		const text = await modal.failureText();
		await screenshot(open.window.page, 'credential-red');

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
		await screenshot(open.window.page, 'credential-green-again');
		await expect(modal.failure.isVisible()).resolves.toBe(false);
	});
});

describe('the switch Advanced', () => {
	it('refuses what it hides, by name', async () => {
		await modal.toggle('advanced');
		await modal.fill('projectName', 'eu-de_migration');
		await modal.toggle('advanced');
		await modal.save();
		const text = await modal.failureText();
		await screenshot(open.window.page, 'credential-hidden-value');

		expect(text).toMatch(/Advanced: is off, but its fields are filled in: Project Name/);
		expect(await modal.labels()).not.toContain('Project Name');
	});

	it('may be off again when its fields are empty', async () => {
		await modal.toggle('advanced');
		await modal.fill('projectName', '');
		await modal.toggle('advanced');
		await modal.save();
		await modal.succeeded();
	});

	it('lets the credential log in by access key, and by password again', async () => {
		await modal.toggle('advanced');
		expect(await modal.labels()).toEqual(expect.arrayContaining(['User Name', 'Agency Name']));
		await modal.choose('authentication', 'Access Key (AK/SK)');
		await modal.fill('accessKeyId', accounts.accessKey.id);
		await modal.fill('secretAccessKey', accounts.accessKey.secret);
		await modal.save();
		await modal.succeeded();
		await screenshot(open.window.page, 'credential-access-key');
		expect(lastAuthentication()).toBe('aksk');
		expect(await modal.labels()).not.toContain('User Name');

		await modal.choose('authentication', 'Password');
		await modal.fill('domainName', accounts.operator.domainName);
		await modal.fill('userName', accounts.operator.userName);
		await modal.fill('password', accounts.operator.password);
		await modal.save();
		await modal.succeeded();
		expect(lastAuthentication()).toBe('token');
		await modal.toggle('advanced');
		await modal.save();
		await modal.succeeded();
		expect(lastAuthentication()).toBe('token');
	});

	it('is off in a new credential, which shows four fields', async () => {
		await modal.close();
		const panel = await open.editor.openNode('Create Migration Task');
		modal = await panel.newCredential();
		await modal.toggle('advanced');
		await screenshot(open.window.page, 'credential-advanced');
		expect(await modal.labels()).toEqual(expect.arrayContaining(['Authentication', 'Agency Name']));

		await modal.toggle('advanced');
		await screenshot(open.window.page, 'credential-new');
		expect(await modal.labels()).toEqual([...LOGIN_FIELDS, 'Advanced', FIELD_OF_N8N]);
	});
});

describe('the browser', () => {
	it('saw no errors and asked no other host', () => {
		expect(open.traffic.errors).toEqual([]);
		expect(open.traffic.externalRequests).toEqual([]);
	});
});
