import { OtcApi } from '../../../credentials/OtcApi.credentials.ts';
import { OtcDrsSourceDatabaseApi } from '../../../credentials/OtcDrsSourceDatabaseApi.credentials.ts';
import { OtcDrsTargetDatabaseApi } from '../../../credentials/OtcDrsTargetDatabaseApi.credentials.ts';
import { OtcDrs } from '../../../nodes/OtcDrs/OtcDrs.node.ts';

const node = new OtcDrs();

describe('the credentials', () => {
	it('have their fixed names and field names', () => {
		expect(new OtcApi().name).toBe('otcApi');
		expect([...new Set(new OtcApi().properties.map(({ name }) => name))].sort()).toEqual(
			[
				'advanced',
				'authentication',
				'region',
				'customRegion',
				'iamEndpoint',
				'serviceEndpoint',
				'projectName',
				'projectId',
				'domainName',
				'userName',
				'password',
				'totpSecret',
				'userId',
				'agencyName',
				'agencyDomainName',
				'accessKeyId',
				'secretAccessKey',
				'securityToken',
				'session',
			].sort(),
		);
		expect([new OtcDrsSourceDatabaseApi().name, new OtcDrsTargetDatabaseApi().name]).toEqual([
			'otcDrsSourceDatabaseApi',
			'otcDrsTargetDatabaseApi',
		]);
	});

	it('hide what is secret', () => {
		const secret = new OtcApi().properties
			.filter(({ typeOptions }) => typeOptions?.password)
			.map(({ name }) => name);
		expect([...new Set(secret)].sort()).toEqual(
			[
				'password',
				'secretAccessKey',
				'securityToken',
				'totpSecret',
				'accessKeyId',
				'session',
			].sort(),
		);
	});

	it('has no test of a database credential: only DRS can reach the database', () => {
		for (const credential of node.description.credentials ?? []) {
			expect(credential).not.toHaveProperty('testedBy');
		}
		expect(node.methods).not.toHaveProperty('credentialTest');
	});
});
