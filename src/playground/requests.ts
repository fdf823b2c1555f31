import type { Fields, Params, Upload } from './fields.ts';
import { badRequest, Refusal } from './refusals.ts';

/** Fields that are numbers or structures, however a form wrote them down. */
const NUMBERS =
  /^(chat_id|user_id|message_id|message_thread_id|receiver_user_id|ephemeral_message_id|offset|limit|timeout)$/;
const STRUCTURES =
  /^(entities|caption_entities|reply_markup|reply_parameters|link_preview_options|ephemeral_message_parameters|rich_message|media|commands|scope|menu_button|rights|results|message_ids|allowed_updates)$/;
const BODY_LIMIT_BYTES = 60 * 1024 * 1024;

/** What a Bot API request carries: the query, and a body in JSON, urlencoded or multipart. Throws refusals only. */
export async function paramsOf(request: Request): Promise<Params> {
  const query = new URL(request.url).searchParams;
  const type = request.headers.get('content-type') ?? '';
  if (Number(request.headers.get('content-length')) > BODY_LIMIT_BYTES) {
    throw new Refusal(413, 'Request Entity Too Large');
  }
  if (request.method === 'GET' || type === '') return formParams(query);
  if (/^application\/json/i.test(type)) return jsonParams(await request.text());
  if (/^(multipart\/form-data|application\/x-www-form-urlencoded)/i.test(type)) {
    const form = await request.formData().catch(() => {
      throw badRequest("can't parse the request body");
    });
    return formParams(form);
  }
  return formParams(query);
}

function jsonParams(body: string): Params {
  const fields = body === '' ? {} : parsed(body);
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) {
    throw badRequest("can't parse the request body as a JSON object");
  }
  return { fields: fields as Fields, uploads: new Map() };
}

async function formParams(form: Iterable<[string, unknown]>): Promise<Params> {
  const fields: Record<string, unknown> = {};
  const uploads = new Map<string, Upload>();
  for (const [name, value] of form) {
    if (value instanceof File) {
      const bytes = new Uint8Array(await value.arrayBuffer());
      uploads.set(name, { name: value.name, contentType: value.type, bytes });
    } else {
      fields[name] = typeof value === 'string' ? fieldValue(name, value) : value;
    }
  }
  return { fields, uploads };
}

function fieldValue(name: string, value: string): unknown {
  if (NUMBERS.test(name) && /^-?\d{1,16}$/.test(value)) return Number(value);
  if (STRUCTURES.test(name) && /^\s*[[{]/.test(value)) return parsed(value, name);
  return value;
}

function parsed(json: string, name = 'the request body'): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw badRequest(`can't parse ${name} JSON object`);
  }
}
