import type { ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { databaseFields } from './databaseFields';

/** User, password and certificate of the database that receives the data, so that none is stored in a workflow. */
export class OtcDrsTargetDatabaseApi implements ICredentialType {
	name = 'otcDrsTargetDatabaseApi';

	displayName = 'OTC DRS Target Database API';

	icon = { light: 'file:../icons/otcDrs.svg', dark: 'file:../icons/otcDrs.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-otc-drs/n8n-nodes-otc-drs/blob/main/docs/credentials.md#databases';

	/** None: only DRS can reach the database, and n8n would report success for anything that was not tested. */
	test?: ICredentialTestRequest;

	properties: INodeProperties[] = databaseFields();
}
