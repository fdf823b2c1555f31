import packageFile from '../../package.json' with { type: 'json' };

export const VERSION = packageFile.version;
/** Says honestly who asks. */
export const USER_AGENT = `Telewire/${VERSION} (self-hosted newswire for Telegram)`;
