import { NodeHelpers, type INodeParameters } from 'n8n-workflow';
import { OtcApi } from '../../../credentials/OtcApi.credentials.ts';
import { PINNED_BY_N8N } from '../../support/memoryCredentials.mts';
import { readSettings } from '../../../credentials/iam/settings.ts';

const { properties } = new OtcApi();

/** What n8n keeps of values: all of them with the defaults as when it runs, only what differs as when it saves. */
const kept = (values: INodeParameters, withDefaults: boolean): INodeParameters =>
	NodeHelpers.getNodeParameters(properties, values, withDefaults, false, null, null) ?? {};

const asRun = (values: INodeParameters) => kept(values, true);
const asSaved = (values: INodeParameters) => kept(values, false);

/** @returns the fields that n8n's form shows, from top to bottom */
function shown(values: INodeParameters): string[] {
	const all = { ...asRun({}), ...values };
	return properties
		.filter((property) => property.type !== 'hidden')
		.filter((property) => NodeHelpers.displayParameter(all, property, null, null))
		.map(({ displayName }) => displayName);
}

const LOGIN = { domainName: 'OTC-EU-DE-1', userName: 'n8n', password: 'secret' };
const PROJECT = ['Project Name', 'Project ID'];
const BY_PASSWORD = ['Account (Domain) Name', 'User Name', 'Password'];

describe('the form of the credential', () => {
	it('shows four fields and Advanced', () => {
		expect(shown({})).toEqual(['Region', ...BY_PASSWORD, 'Advanced']);
	});

	it('adds three fields for a custom region', () => {
		expect(shown({ region: 'custom' })).toEqual([
			'Region',
			'Region Name',
			'IAM Endpoint',
			'Service Endpoint',
			...BY_PASSWORD,
			'Advanced',
		]);
	});

	it('shows the rest below Advanced', () => {
		expect(shown({ advanced: true })).toEqual([
			'Region',
			...BY_PASSWORD,
			'Advanced',
			'Authentication',
			...PROJECT,
			'User ID',
			'TOTP Secret',
			'Agency Name',
			'Agency Account (Domain) Name',
		]);
	});

	it('asks for an access key instead of user and password', () => {
		expect(shown({ advanced: true, authentication: 'accessKey' })).toEqual([
			'Region',
			'Advanced',
			'Authentication',
			'Access Key ID',
			'Secret Access Key',
			'Security Token',
			...PROJECT,
		]);
	});

	it('goes back to user and password when Advanced is turned off', () => {
		expect(shown({ advanced: false, authentication: 'accessKey' })).toEqual(shown({}));
	});

	it('names beside the switch what it reveals', () => {
		const { description, hint } = properties.find(({ name }) => name === 'advanced')!;
		expect(description).toMatch(/^Whether .*access key/);
		expect(hint).toMatch(/Access key \(AK\/SK\)/);
	});
});

describe('what n8n keeps of the values', () => {
	const key = {
		authentication: 'accessKey',
		accessKeyId: 'AK',
		secretAccessKey: 'SK',
		securityToken: 'ST',
	};
	const project = { projectName: 'eu-de_shop', projectId: 'p1' };
	const password = {
		...LOGIN,
		...project,
		userId: 'u1',
		totpSecret: 'JBSWY3DPEHPK3PXP',
		agencyName: 'a',
		agencyDomainName: 'd',
	};
	const everything = { ...key, ...password };

	it.each([
		['never set', {}],
		['off', { advanced: false }],
	])('with Advanced %s all that changes the login, so that it can be refused', (_, advanced) => {
		const values = { ...everything, ...advanced };
		expect(asSaved(values)).toEqual(password);
		expect(asRun(asSaved(values))).toMatchObject(password);
		expect(() => readSettings(asRun(asSaved(values)) as never)).toThrow('Advanced: is off');
	});

	it('only of fields that are not hidden under a name that n8n pins for OAuth', () => {
		const hidden = properties.filter(({ type }) => type === 'hidden').map(({ name }) => name);
		expect(hidden.filter((name) => PINNED_BY_N8N.includes(name))).toEqual([]);
	});

	it('with Advanced on those of the chosen way to log in', () => {
		expect(asSaved({ ...everything, advanced: true, authentication: 'password' })).toEqual({
			...password,
			advanced: true,
		});
		expect(asSaved({ ...everything, advanced: true })).toEqual({
			...key,
			...project,
			advanced: true,
		});
	});

	it('with nothing but the four fields only these', () => {
		expect(asSaved({ ...asRun({}), ...LOGIN })).toEqual(LOGIN);
	});
});
