import type { IDataObject } from 'n8n-workflow';
import { failed, success } from '../../../shared/failures/failure';
import { withoutUndefined } from '../../../shared/values/withoutUndefined';
import { changeOperation } from '../../operations/change';
import { SET_SYNC_POLICY } from '../../../shared/drs/changes/configuration';

/** Configuration → Set Synchronization Policy (batch-sync-policy). */
export const setSyncPolicy = changeOperation(
	{
		resource: 'configuration',
		option: {
			name: 'Set Synchronization Policy',
			value: 'setSyncPolicy',
			action: 'Set the synchronization policy',
			description: 'Choose how synchronization tasks treat conflicts, schema changes and indexes',
		},
		fields: [
			{
				displayName: 'Policy',
				name: 'policy',
				type: 'collection',
				placeholder: 'Add Setting',
				default: {},
				options: [
					{
						displayName: 'Conflict Policy',
						name: 'conflictPolicy',
						type: 'options',
						options: [
							{ name: 'Ignore', value: 'ignore', description: 'Keep what the target has' },
							{ name: 'Overwrite', value: 'overwrite', description: 'Take what the source has' },
							{ name: 'Stop', value: 'stop', description: 'Stop with an error' },
						],
						default: 'stop',
						description: 'What to do when the target has other data already',
					},
					{
						displayName: 'DDL Filter',
						name: 'filterDdlPolicy',
						type: 'string',
						default: 'drop_database',
						description: 'Schema changes that are left out. The reference names drop_database.',
					},
					{
						displayName: 'Replicate DDL',
						name: 'ddlTrans',
						type: 'boolean',
						default: true,
						description: 'Whether schema changes are replicated',
					},
					{
						displayName: 'Replicate Indexes',
						name: 'indexTrans',
						type: 'boolean',
						default: true,
						description: 'Whether indexes are replicated',
					},
					{
						displayName: 'Replication Slot',
						name: 'slotName',
						type: 'string',
						default: '',
						description: 'Name of the replication slot of PostgreSQL',
					},
				],
			},
		],
	},
	SET_SYNC_POLICY,
	(fields) => {
		const policy = fields.group('policy');
		const body = withoutUndefined({
			conflict_policy: policy.option('conflictPolicy'),
			filter_ddl_policy: policy.text('filterDdlPolicy'),
			ddl_trans: policy.flag('ddlTrans'),
			index_trans: policy.flag('indexTrans'),
			slot_name: policy.text('slotName'),
		});
		return Object.keys(body).length > 0
			? success(body as IDataObject)
			: failed({ message: 'Policy: is empty', description: 'Add at least one setting.' });
	},
);
