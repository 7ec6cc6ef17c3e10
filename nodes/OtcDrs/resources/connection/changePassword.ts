import { failed, success } from '../../../shared/failures/failure';
import { SIDE_CHOICES } from '../../../shared/fields/selectOptions';
import { changeOperation } from '../../operations/change';
import { CHANGE_PASSWORD } from '../../../shared/drs/changes/connection';
import { withoutUndefined } from '../../../shared/values/withoutUndefined';
import type { Fields } from '../../../shared/n8n/parameters/fields';

const KERBEROS = ['domain_name', 'key_tab_file', 'krb5_conf_file', 'user_principal'];

const readKerberos = (fields: Fields) =>
	withoutUndefined(Object.fromEntries(KERBEROS.map((name) => [name, fields.text(name)])));

/** Connection → Change Password (batch-modify-pwd): after the password of a database was changed. */
export const changePassword = changeOperation(
	{
		resource: 'connection',
		option: {
			name: 'Change Password',
			value: 'changePassword',
			action: 'Change a database password',
			description: 'Update the database password stored in tasks',
		},
		fields: [
			{
				displayName: 'Database',
				name: 'endPointType',
				type: 'options',
				options: SIDE_CHOICES,
				default: 'so',
				description: 'Database whose password has changed',
			},
			{
				displayName: 'New Password',
				name: 'newPassword',
				type: 'string',
				typeOptions: { password: true },
				required: true,
				default: '',
				description:
					'The new password. A fixed value is stored in the workflow. Use an expression to avoid that.',
			},
			{
				displayName: 'Kerberos',
				name: 'kerberos',
				type: 'collection',
				placeholder: 'Add Kerberos Field',
				default: {},
				options: [
					{
						displayName: 'Domain Name',
						name: 'domain_name',
						type: 'string',
						default: '',
						description: 'Kerberos domain',
					},
					{
						displayName: 'Keytab File',
						name: 'key_tab_file',
						type: 'string',
						typeOptions: { password: true },
						default: '',
						description: 'Content of the keytab file, in Base64',
					},
					{
						displayName: 'Krb5 Configuration File',
						name: 'krb5_conf_file',
						type: 'string',
						default: '',
						description: 'Content of the krb5 configuration file, in Base64',
					},
					{
						displayName: 'User Principal',
						name: 'user_principal',
						type: 'string',
						default: '',
						description: 'Kerberos user principal',
					},
				],
			},
		],
	},
	CHANGE_PASSWORD,
	(fields) => {
		const password = fields.text('newPassword');
		if (password === undefined) {
			return failed({
				message: 'New Password: is empty',
				description: 'Enter the new password of the database.',
			});
		}
		const kerberos = readKerberos(fields.group('kerberos'));
		return success({
			db_password: password,
			end_point_type: fields.option('endPointType'),
			...(Object.keys(kerberos).length > 0 ? { kerberos } : {}),
		});
	},
);
