import reference from '../fixtures/reference/aksk-vectors.json' with { type: 'json' };

/** A request of the reference with its signature. */
export interface SignatureVector {
	name: string;
	method: string;
	url: string;
	headers: Record<string, string>;
	body: string | null;
	ak: string;
	sk: string;
	securityToken?: string;
	date: string;
	canonicalRequest: string;
	authorization: string;
	alternatives?: { tokenSentButNotSigned: { authorization: string } };
}

/** All vectors. Each lists other headers, so that the imported type has no common shape with the interface. */
export const SIGNATURE_VECTORS = reference.vectors as unknown as SignatureVector[];
