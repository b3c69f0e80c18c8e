import { z } from 'zod';
import { ApiError } from '../api/errors.ts';

const answer = z.object({ id: z.string() });
const refusal = z.object({
  error: z.object({ code: z.string(), message: z.string() }).optional(),
  code: z.string().optional(),
  message: z.string().optional(),
  errors: z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }).optional() })).optional(),
});

/**
 * Sends a file as it is; `told` hears how much of it is over (0–1).
 *
 * @returns the id of the batch. @throws ApiError with the server's code, `UNREACHABLE` where no answer came.
 */
export function sendFile(file: File, told: (share: number) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    // XMLHttpRequest, because fetch cannot tell how much of an upload has gone out.
    const request = new XMLHttpRequest();
    request.open('POST', `/api/import?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.addEventListener('progress', (event) => event.lengthComputable && told(event.loaded / event.total));
    request.addEventListener('error', () => reject(new ApiError([{ code: 'UNREACHABLE', message: 'No answer.' }], 0)));
    request.addEventListener('load', () => {
      const said: unknown = parse(request.responseText);
      const batch = answer.safeParse(said);
      if (request.status < 300 && batch.success) resolve(batch.data.id);
      else reject(new ApiError([problemOf(said)], request.status));
    });
    request.send(file);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function problemOf(said: unknown): { code: string; message: string } {
  const read = refusal.safeParse(said);
  const first = read.data?.errors?.[0];
  const code = read.data?.error?.code ?? read.data?.code ?? first?.extensions?.code ?? 'UPLOAD_FAILED';
  return {
    code,
    message: read.data?.error?.message ?? read.data?.message ?? first?.message ?? 'The file could not be sent.',
  };
}
