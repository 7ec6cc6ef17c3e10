import { CHANGES_OF_THE_LOGIN } from '../../../../credentials/iam/advancedFields.ts';
import { readSettings } from '../../../../credentials/iam/settings.ts';
import { PASSWORD } from './passwordLogin.mts';

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
		['Password', { password: 'LEAK-1\n' }],
		['Password', { password: 'LEAK\t1' }],
		['User Name', { userName: 'LEAK\u200b' }],
		['Account (Domain) Name', { domainName: 'OTC\u00adLEAK' }],
		['Project Name', { projectName: 'eu-de\u202eLEAK' }],
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
	])(
		'a control character or an invisible one in %s is refused, without the value',
		(field, changes) => {
			const read = () => readSettings({ ...PASSWORD, ...changes });
			expect(read).toThrow(`${field}: contains `);
			expect(read).not.toThrow(/LEAK/);
		},
	);

	it('takes names in any language, and any password', () => {
		expect(() =>
			readSettings({
				...PASSWORD,
				userName: 'jürgen',
				projectName: 'eu-de_größe',
				password: ' pä$$"\\wörd€😀\u200b',
			}),
		).not.toThrow();
	});

	it('trims what is pasted, but not the password', () => {
		const settings = readSettings({ ...PASSWORD, userName: ' n8n ', password: ' a b ' });
		expect([settings.userName, settings.password]).toEqual(['n8n', ' a b ']);
	});

	it('takes numbers, as expressions may give them, for their text', () => {
		const settings = readSettings({ ...PASSWORD, userName: 4711, password: 20261125 });
		expect([settings.userName, settings.password]).toEqual(['4711', '20261125']);
	});

	it.each([
		['userName', ['a'], 'User Name: is not text'],
		['password', 2 ** 57, 'Password: is not text'],
		['projectId', 1.2e31, 'Project ID: is not text'],
		['projectName', true, 'Project Name: is not text'],
	])('refuses %s with %j, which would be taken for empty', (field, value, message) => {
		expect(() => readSettings({ ...PASSWORD, [field]: value } as never)).toThrow(message);
	});

	it('shows what cannot be seen in a region', () => {
		expect(() => readSettings({ ...PASSWORD, region: 'eu-de\u200b' })).toThrow('"eu-de[U+200B]"');
	});

	it('takes the region as the project unless one is named', () => {
		expect(readSettings(PASSWORD).projectName).toBe('eu-de');
		expect(readSettings({ ...PASSWORD, projectName: 'eu-de_shop' }).projectName).toBe('eu-de_shop');
	});

	it('names the switch for an access key where user and password are missing', () => {
		const read = (advanced: boolean) => () => readSettings({ advanced, region: 'eu-de' });
		expect(read(false)).toThrow(
			expect.objectContaining({ message: expect.stringContaining('turn on "Advanced"') }),
		);
		expect(read(true)).not.toThrow(/Advanced/);
	});
});

describe('fields under Advanced while it is off', () => {
	const OFF = { ...PASSWORD, advanced: false };
	const hidden = CHANGES_OF_THE_LOGIN.map(({ name, displayName }) => [name, displayName]);

	it('are the six that change a login by password', () => {
		expect(hidden.length).toBe(6);
	});

	it.each(hidden)('%s is refused by its name, and not its value', (name, displayName) => {
		const read = () => readSettings({ ...OFF, [name]: 'LEAK' });
		expect(read).toThrow(`Advanced: is off, but its fields are filled in: ${displayName}`);
		expect(read).not.toThrow(/LEAK/);
	});

	it('are refused all at once, also where the switch was never set', () => {
		const { advanced: _, ...never } = PASSWORD;
		const other = { projectName: 'eu-de_shop', agencyName: 'a', agencyDomainName: 'd' };
		expect(() => readSettings({ ...never, ...other })).toThrow(
			/Project Name, Agency Name, Agency Account \(Domain\) Name/,
		);
	});

	it('may be empty or blank', () => {
		const settings = readSettings(PASSWORD);
		for (const text of ['', ' ']) {
			const empty = Object.fromEntries(CHANGES_OF_THE_LOGIN.map(({ name }) => [name, text]));
			expect(readSettings({ ...OFF, ...empty })).toEqual(settings);
		}
	});

	it('leave an access key without effect: the login is by the user and password that are shown', () => {
		const key = { authentication: 'accessKey', accessKeyId: 'AK', secretAccessKey: 'SK' };
		expect(readSettings({ ...OFF, ...key })).toMatchObject({ authentication: 'password' });
		expect(() => readSettings({ region: 'eu-de', ...key })).toThrow('User Name: is empty');
	});
});
