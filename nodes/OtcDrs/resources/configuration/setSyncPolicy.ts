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
			description: 'Set how synchronization tasks handle conflicts, schema changes and indexes',
		},
		fields: [
			{
				displayName: 'Policy',
				name: 'policy',
				type: 'collection',
				placeholder: 'Add Policy',
				default: {},
				options: [
					{
						displayName: 'Conflict Policy',
						name: 'conflictPolicy',
						type: 'options',
						options: [
							{ name: 'Ignore', value: 'ignore', description: 'Keep the row of the target' },
							{
								name: 'Overwrite',
								value: 'overwrite',
								description: 'Overwrite it with the row of the source',
							},
							{ name: 'Stop', value: 'stop', description: 'Fail the task' },
						],
						default: 'stop',
						description: 'What to do on conflicting rows in the target',
					},
					{
						displayName: 'DDL Filter',
						name: 'filterDdlPolicy',
						type: 'string',
						default: 'drop_database',
						description: 'DDL statements to skip, e.g. drop_database',
					},
					{
						displayName: 'Replicate DDL',
						name: 'ddlTrans',
						type: 'boolean',
						default: true,
						description: 'Whether to replicate schema changes',
					},
					{
						displayName: 'Replicate Indexes',
						name: 'indexTrans',
						type: 'boolean',
						default: true,
						description: 'Whether to replicate indexes',
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
			: failed({ message: 'Policy: is empty', description: 'Add at least one policy.' });
	},
);
