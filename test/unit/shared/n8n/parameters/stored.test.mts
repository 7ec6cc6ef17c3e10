import { databaseFields } from '../../../../../credentials/databaseFields.ts';
import { failed } from '../../../../../nodes/shared/failures/failure.ts';
import { readStored } from '../../../../../nodes/shared/n8n/parameters/stored.ts';

const stored = (values: Record<string, unknown>) =>
	readStored({ properties: databaseFields(), values, label: 'Source Credential → ' });

it('reads a credential by its fields', () => {
	const outcome = stored({ user: ' drs ', password: ' p ', sslLink: 'yes', id: '7' });
	if (!outcome.ok) throw new Error(outcome.failure.message);
	const { text, flag } = outcome.value;
	expect([text('user'), text('password'), flag('sslLink'), text('sslCert')]).toEqual([
		'drs',
		' p ',
		true,
		undefined,
	]);
});

it('tells all that is wrong, without what is secret', () => {
	expect(stored({ user: 'drs\u200b', password: 'SECRET\n', sslLink: 'maybe' })).toEqual(
		failed({
			message:
				'Source Credential → User: "drs[U+200B]" contains an invisible character; Source Credential → Password: ends with a line break; Source Credential → SSL: "maybe" is neither yes nor no',
			description: expect.any(String),
		}),
	);
});

it('leaves out what is hidden', () => {
	const outcome = stored({ sslLink: false, sslCert: ['x'] });
	expect(outcome.ok && outcome.value.isSet('sslCert')).toBe(false);
});
