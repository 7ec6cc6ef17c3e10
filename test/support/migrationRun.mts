import type { INodeParameters } from 'n8n-workflow';
import { CREATE } from './otc.mts';

/** What Migration → Run needs; the items bring the names. */
export const RUN: INodeParameters = {
	...CREATE,
	resource: 'migration',
	operation: 'run',
	sourceDatabase: { ip: '10.0.0.5', dbPort: 3306, sslLink: false },
	targetDatabase: { ip: '10.0.1.5', dbPort: 3306, sslLink: false },
};

/** The same for items that can name the host of the source. */
export const RUN_FROM_HOST: INodeParameters = {
	...RUN,
	sourceDatabase: { ip: '={{ $json.ip ?? "10.0.0.5" }}', dbPort: 3306, sslLink: false },
};
