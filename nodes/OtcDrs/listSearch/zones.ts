import { NodeOperationError } from 'n8n-workflow';
import { regionOf } from '../../../credentials/iam/settings';
import { searchable } from '../../shared/fields/searchable';

/** The availability zones by region (table "Regions and Endpoints" of Open Telekom Cloud). */
const ZONES: Record<string, readonly string[]> = {
	'eu-de': ['eu-de-01', 'eu-de-02', 'eu-de-03'],
	'eu-nl': ['eu-nl-01', 'eu-nl-02', 'eu-nl-03'],
};

/** Fills the availability zone fields with the zones of the credential's region. */
export const searchZones = searchable({
	noun: 'availability zones',
	whenEmpty: 'Check the region of the credential.',
	async fetchPage(client, context) {
		const name = regionOf(client.credential.data);
		const zones = ZONES[name];
		if (!zones) {
			throw new NodeOperationError(
				context.getNode(),
				`The availability zones of region "${name}" are unknown to this node`,
				{ description: 'Use "By ID" and enter the code of the zone.' },
			);
		}
		return { entries: zones.map((zone) => ({ name: zone, value: zone })) };
	},
});
