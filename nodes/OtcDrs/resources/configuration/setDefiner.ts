import { success } from '../../../shared/failures/failure';
import { changeOperation } from '../../operations/change';
import { SET_DEFINER } from '../../../shared/drs/changes/configuration';

/** Configuration → Set Definer (batch-replace-definer). */
export const setDefiner = changeOperation(
	{
		resource: 'configuration',
		option: {
			name: 'Set Definer',
			value: 'setDefiner',
			action: 'Set the definer',
			description: 'Choose the definer of MySQL views, triggers and routines in the target',
		},
		fields: [
			{
				displayName: 'Replace Definer',
				name: 'replaceDefiner',
				type: 'boolean',
				default: true,
				description: 'Whether to replace the definer with the user of the target database',
			},
		],
	},
	SET_DEFINER,
	(fields) => success({ replace_definer: fields.flag('replaceDefiner') }),
);
