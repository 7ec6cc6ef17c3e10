import { withoutSecrets } from '../../../../nodes/shared/http/withoutSecrets.ts';

it('removes secrets at any depth', () => {
	const task = {
		id: '1',
		source_endpoint: { db_user: 'u', db_password: 'p' },
		list: [{ ssl_cert_key: 'k' }, 1],
	};
	expect(withoutSecrets(task)).toEqual({
		id: '1',
		source_endpoint: { db_user: 'u' },
		list: [{}, 1],
	});
});
