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
			description:
				'Choose whether views, triggers and routines of MySQL get the user of the target as their definer',
		},
		fields: [
			{
				displayName: 'Replace Definer',
				name: 'replaceDefiner',
				type: 'boolean',
				default: true,
				description: 'Whether the definer becomes the user of the target database',
			},
		],
	},
	SET_DEFINER,
	(fields) => success({ replace_definer: fields.flag('replaceDefiner') }),
);
