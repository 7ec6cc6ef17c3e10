import { readSettings } from '../../../../credentials/iam/settings.ts';

const PASSWORD = {
	authentication: 'password',
	region: 'eu-de',
	domainName: 'OTC-EU-DE-1',
	userName: 'n8n',
	password: 'secret',
};

describe('settings', () => {
	it.each([
		[{ password: '' }, 'Password: is empty'],
		[{ userName: ' ' }, 'User Name: is empty'],
		[{ domainName: '' }, 'Account (Domain) Name: is empty'],
		[{ totpSecret: 'JBSW' }, 'User ID: is empty'],
		[{ agencyName: 'a' }, 'Agency Account (Domain) Name: is empty'],
		[{ agencyName: 'a', userId: 'u', domainName: '' }, 'Account (Domain) Name: is empty'],
		[{ authentication: 'accessKey' }, 'Access Key ID: is empty'],
		[{ authentication: 'accessKey', accessKeyId: 'AK' }, 'Secret Access Key: is empty'],
		[{ region: 'custom' }, 'Region Name: "" is not a region'],
		[{ region: 'custom', customRegion: 'eu-de.evil.example/' }, 'is not a region'],
	])('%p is refused: %s', (changes, message) => {
		expect(() => readSettings({ ...PASSWORD, ...changes })).toThrow(message);
	});

	it.each([
		['User Name', { userName: 'n8n\r\nX-Evil: 1' }],
		['Account (Domain) Name', { domainName: 'OTC\u0000' }],
		['User ID', { userId: 'u\tv' }],
		['Agency Name', { agencyName: 'a\nb', agencyDomainName: 'd' }],
		['Agency Account (Domain) Name', { agencyName: 'a', agencyDomainName: 'd\u007fe' }],
		['Project Name', { projectName: 'eu-de\nshop' }],
		[
			'Access Key ID',
			{ authentication: 'accessKey', accessKeyId: 'LEAK\nX', secretAccessKey: 'x' },
		],
		[
			'Secret Access Key',
			{ authentication: 'accessKey', accessKeyId: 'A', secretAccessKey: 'LEAK\nX' },
		],
		[
			'Security Token',
			{
				authentication: 'accessKey',
				accessKeyId: 'A',
				secretAccessKey: 'S',
				securityToken: 'LEAK\r\nX',
			},
		],
		[
			'Security Token',
			{
				authentication: 'accessKey',
				accessKeyId: 'A',
				secretAccessKey: 'S',
				securityToken: 'LEAK€',
			},
		],
	])('a control character in %s is refused, without the value', (field, changes) => {
		const read = () => readSettings({ ...PASSWORD, ...changes });
		expect(read).toThrow(`${field}: contains `);
		expect(read).not.toThrow(/LEAK/);
	});

	it('takes names in any language, and any password', () => {
		expect(() =>
			readSettings({
				...PASSWORD,
				userName: 'jürgen',
				projectName: 'eu-de_größe',
				password: 'a\tb',
			}),
		).not.toThrow();
	});

	it('trims what is pasted, but not the password', () => {
		const settings = readSettings({ ...PASSWORD, userName: ' n8n ', password: ' a b ' });
		expect([settings.userName, settings.password]).toEqual(['n8n', ' a b ']);
	});

	it('takes the region as the project unless one is named', () => {
		expect(readSettings(PASSWORD).projectName).toBe('eu-de');
		expect(readSettings({ ...PASSWORD, projectName: 'eu-de_shop' }).projectName).toBe('eu-de_shop');
	});
});
