/** Field name → message keys, shown at the field and in the error summary. */
export type FieldErrors = Record<string, string[]>;

/** The closed set of errors: code → HTTP status and message key. FAULT stands for anything unexpected, logged once. */
export const ERROR_TABLE = {
  MALFORMED: { status: 400, message: 'errors.malformed' },
  INVALID: { status: 422, message: 'errors.invalid' },
  UNAUTHENTICATED: { status: 401, message: 'errors.unauthenticated' },
  FORBIDDEN: { status: 403, message: 'errors.forbidden' },
  FOREIGN_ORIGIN: { status: 403, message: 'errors.foreignOrigin' },
  NOT_FOUND: { status: 404, message: 'errors.notFound' },
  METHOD: { status: 405, message: 'errors.method' },
  CONFLICT: { status: 409, message: 'errors.conflict' },
  NOT_ALLOWED_NOW: { status: 409, message: 'errors.notAllowedNow' },
  GONE: { status: 410, message: 'errors.gone' },
  TOO_LARGE: { status: 413, message: 'errors.tooLarge' },
  UNSUPPORTED_MEDIA: { status: 415, message: 'errors.unsupportedMedia' },
  TOO_MANY: { status: 429, message: 'errors.tooMany' },
  FAULT: { status: 500, message: 'errors.fault' },
  OVERLOADED: { status: 503, message: 'errors.overloaded' },
} as const;

export type ErrorCode = keyof typeof ERROR_TABLE;

/** Photos that a refused form keeps, and whose they are. */
export type KeptPhotos = {
  owner: string;
  list: { id: string; bytes: number; sha256: string; name: string }[];
};

export type ErrorDetails = {
  /** Field name → message keys. */
  fields?: FieldErrors;
  /** Seconds after which a retry makes sense (TOO_MANY, OVERLOADED). */
  retryAfter?: number;
  /** Current state, so that the second of two people sees what changed (CONFLICT). */
  current?: Record<string, unknown>;
  /** A more exact message key than the table's. */
  message?: string;
  /** Good photos of the refused form, for the form that comes back, never part of an answer; null: it was said why none. */
  photos?: KeptPhotos | null;
};

/** An expected failure. Carries codes and message keys, never personal data. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(code);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return ERROR_TABLE[this.code].status;
  }

  get messageKey(): string {
    return this.details.message ?? ERROR_TABLE[this.code].message;
  }
}
