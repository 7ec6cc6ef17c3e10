import { validateRequest } from '../../simulator/contract/validate.mts';

describe('the request for a token', () => {
	const domain = { name: 'OTC-EU-DE-1' };
	const user = { name: 'a', password: 'b', domain };
	const check = (identity: object, scope: object = { project: { name: 'eu-de', domain } }) =>
		validateRequest('createToken', { query: {}, body: { auth: { identity, scope } } }).map(
			({ pointer }) => pointer,
		);

	it.each([
		{ methods: ['password'], password: { user } },
		{ methods: ['password'], password: { user: { id: 'x', password: 'b' } } },
		{
			methods: ['password', 'totp'],
			password: { user },
			totp: { user: { id: 'x', passcode: '123456' } },
		},
		{ methods: ['assume_role'], assume_role: { domain_name: 'A', xrole_name: 'agencytest' } },
		{ methods: ['token'], token: { id: 't' } },
	])('%j', (identity) => {
		expect(check(identity)).toEqual([]);
		expect(check(identity, { domain })).toEqual([]);
	});

	it.each<[identity: object, pointer: string]>([
		[{ methods: ['password'], surprise: 1 }, '/auth/identity/surprise'],
		[{ methods: ['password'], password: {} }, '/auth/identity/password/user'],
		[
			{ methods: ['password'], password: { user: { name: 'a' } } },
			'/auth/identity/password/user/password',
		],
		[{ methods: ['saml'] }, '/auth/identity/methods/0'],
		[{ methods: ['totp'], totp: { user: { id: 'x' } } }, '/auth/identity/totp/user/passcode'],
	])('not %j', (identity, pointer) => {
		expect(check(identity)).toEqual([pointer]);
	});

	it('not with unknown fields in the scope', () => {
		const identity = { methods: ['password'], password: { user } };
		expect(check(identity, { project: { nmae: 'eu-de' } })).toEqual(['/auth/scope/project/nmae']);
	});
});
