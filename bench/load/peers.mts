import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isInstalled, type LockFile } from '../../demo/lib/n8nInstall.mts';
import { installLocked } from '../../demo/lib/npmInstall.mts';
import { builtPath, ROOT } from '../measure/built.mts';
import { OWN } from '../row.mts';
import { dependenciesOf, folderSize } from './size.mts';

const FOLDER = join(ROOT, 'bench', 'peers');

/** A package of nodes, as n8n loads it. */
export interface NodePackage {
	subject: string;
	/** The folder that is published. */
	folder: string;
	/** The files that n8n requires, the main node first. */
	files: string[];
	/** Bytes of the packages that it brings. */
	dependencies: number;
}

/** The published packages to compare with. Nodes that n8n's own LangChain has to be loaded for are left out. */
const PEERS = [
	{
		subject: 'Firecrawl 2.1.2',
		name: '@mendable/n8n-nodes-firecrawl',
		files: ['nodes/Firecrawl/Firecrawl.node.js', 'credentials/FirecrawlApi.credentials.js'],
	},
	{
		subject: 'Oracle Cloud 2.0.3',
		name: 'n8n-nodes-oracle-cloud',
		files: [
			'nodes/OCI/SpeechTranscriptionOci/SpeechTranscriptionOci.node.js',
			'credentials/OciApi.credentials.js',
			'credentials/OracleDatabaseApi.credentials.js',
		],
	},
];

const readLock = (path: string): LockFile | undefined =>
	existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as LockFile) : undefined;

/** Installs the peers exactly as locked, without install scripts, unless they are there. @throws DemoProblem */
export async function ensurePeers(): Promise<void> {
	const lock = readLock(join(FOLDER, 'package-lock.json'))!;
	const record = readLock(join(FOLDER, 'node_modules', '.package-lock.json'));
	if (!record || !isInstalled(lock, record))
		await installLocked(FOLDER, 'The peers of the benchmark');
}

/** @returns our package, as built, and the peers, which have to be installed. @throws Error if ours is not built */
export function packages(): NodePackage[] {
	const lock = readLock(join(FOLDER, 'package-lock.json'))!;
	const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
		n8n: { nodes: string[]; credentials: string[] };
	};
	const own = [...manifest.n8n.nodes, ...manifest.n8n.credentials];
	return [
		{
			subject: OWN,
			folder: ROOT,
			files: own.map((file) => builtPath(file.replace(/^dist\//, ''))),
			dependencies: 0,
		},
		...PEERS.map(({ subject, name, files }) => {
			const folder = join(FOLDER, 'node_modules', name);
			const brought = [...dependenciesOf(lock, `node_modules/${name}`)];
			return {
				subject,
				folder,
				files: files.map((file) => join(folder, 'dist', file)),
				dependencies: brought
					.map((place) => folderSize(join(FOLDER, place)))
					.reduce((sum, size) => sum + size, 0),
			};
		}),
	];
}
