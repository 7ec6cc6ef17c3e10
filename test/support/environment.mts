import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'reflect-metadata';

// n8n-core reads these when it is first imported.
process.env.N8N_USER_FOLDER ??= join(tmpdir(), 'otc-drs-n8n');
process.env.N8N_ENCRYPTION_KEY ??= '0123456789abcdef0123456789abcdef';
