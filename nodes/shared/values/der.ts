/** A value in DER, the binary form of certificates (ITU-T X.690): its tag, and where its content stands. */
export interface DerValue {
	tag: number;
	start: number;
	/** The first byte after it. */
	end: number;
}

/** The tags of DER that are looked for. */
export const DER = { integer: 0x02, bitString: 0x03, sequence: 0x30 } as const;

/** Lengths are at most this many bytes long: four say 4 GB. */
const MAX_LENGTH_BYTES = 4;

/** @returns the value that begins at an offset; undefined if it is cut off, or its length has no definite form. */
export function readDer(bytes: Buffer, offset = 0, limit = bytes.length): DerValue | undefined {
	if (offset + 2 > limit) return undefined;
	const first = bytes[offset + 1];
	const lengthBytes = first < 0x80 ? 0 : first - 0x80;
	const start = offset + 2 + lengthBytes;
	if (first === 0x80 || lengthBytes > MAX_LENGTH_BYTES || start > limit) return undefined;
	const length = lengthBytes === 0 ? first : bytes.readUIntBE(offset + 2, lengthBytes);
	const end = start + length;
	return end > limit ? undefined : { tag: bytes[offset], start, end };
}

/** @returns the values inside another one; undefined if they do not fill it. */
export function readChildren(bytes: Buffer, parent: DerValue): DerValue[] | undefined {
	const children: DerValue[] = [];
	let offset = parent.start;
	while (offset < parent.end) {
		const child = readDer(bytes, offset, parent.end);
		if (child === undefined) return undefined;
		children.push(child);
		offset = child.end;
	}
	return children;
}
