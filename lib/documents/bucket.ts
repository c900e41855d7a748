import { S3mini } from "s3mini";

export type Bucket = {
  put: (key: string, bytes: Uint8Array<ArrayBuffer>, mimeType: string) => Promise<void>;
  /** null where there is no such object. */
  get: (key: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  remove: (key: string) => Promise<void>;
};

const requestTimeout = 30_000;

export type BucketSettings = { endpoint: string; region: string; accessKeyId: string; secretAccessKey: string };

/** @returns null where the address is not one of a bucket */
export function readBucketAddress(address: string): BucketSettings | null {
  if (!URL.canParse(address)) return null;
  const { protocol, username, password, host, pathname, searchParams } = new URL(address);
  const bucket = pathname.replace(/^\/+|\/+$/g, "");
  if (!/^https?:$/.test(protocol) || !username || !password || !bucket) return null;
  return {
    endpoint: `${protocol}//${host}/${bucket}`,
    region: searchParams.get("region") ?? "us-east-1",
    accessKeyId: decodeURIComponent(username),
    secretAccessKey: decodeURIComponent(password),
  };
}

const opened = new Map<string, Bucket>();

/** The bucket of this installation; null while S3_URL is not set. */
export function currentBucket(): Bucket | null {
  const address = process.env.S3_URL;
  if (!address) return null;
  const settings = readBucketAddress(address);
  if (!settings) throw new Error("S3_URL names no bucket");
  const bucket = opened.get(address) ?? openBucket(settings);
  opened.set(address, bucket);
  return bucket;
}

function openBucket(settings: BucketSettings): Bucket {
  const client = new S3mini({ ...settings, requestAbortTimeout: requestTimeout });
  return {
    async put(key, bytes, mimeType) {
      await client.putObject(key, bytes, mimeType);
    },
    async get(key) {
      const found = await client.getObjectArrayBuffer(key);
      return found && new Uint8Array(found);
    },
    async remove(key) {
      await client.deleteObject(key);
    },
  };
}
