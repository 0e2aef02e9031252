import { z } from 'zod';
import { actorOfRequest, sealSession, sessionCookie } from '#lib/access/session.ts';
import { localePath } from '#lib/i18n/languages.ts';
import { AppError } from '#lib/platform/errors.ts';
import { type Answer, type Call, route } from '#lib/platform/http.ts';
import { safePath, wantsJson } from '#lib/platform/http-request.ts';
import { signIn } from '#lib/staff/commands/sign-in.ts';
import { deviceCookie, deviceOf } from '#lib/staff/device.ts';

const schema = z.object({
  email: z.string().max(254).catch(''),
  password: z.string().max(10_000).catch(''),
  /** Where to go then: a page of ours. */
  next: z.string().max(500).optional(),
});

type SignInCall = Call<unknown, z.output<typeof schema>>;

/** Signs a member of staff in: a new session each time, whatever cookie came along. */
export const POST = route({
  actor: actorOfRequest,
  schema,
  run: async (call) => {
    requireBoth(call.input);
    const user = await signIn({
      ...call.input,
      clientAddress: call.clientAddress,
      device: deviceOf(call.request),
      requestId: call.requestId,
    }).catch((error: unknown) => refuse(call, error));
    return started(call, user);
  },
});

async function started(
  { input, locale }: SignInCall,
  user: { id: string; name: string; role: string; sessionVersion: number },
): Promise<Answer> {
  const session = await sealSession({ sub: user.id, version: user.sessionVersion });
  return {
    json: { name: user.name, role: user.role },
    to: safePath(input.next) ?? localePath(locale, '/staff'),
    cookies: [sessionCookie(session), deviceCookie(user.id)],
  };
}

function requireBoth({ email, password }: { email: string; password: string }): void {
  const fields = {
    ...(email.trim() === '' && { email: ['staff.signIn.emailRequired'] }),
    ...(password === '' && { password: ['staff.signIn.passwordRequired'] }),
  };
  if (Object.keys(fields).length > 0) throw new AppError('INVALID', { fields });
}

/** A form goes back with its message; a program is told that it is not signed in. */
function refuse({ request }: SignInCall, error: unknown): never {
  if (error instanceof AppError && error.code === 'INVALID' && wantsJson(request)) {
    throw new AppError('UNAUTHENTICATED', { message: error.messageKey });
  }
  throw error;
}
