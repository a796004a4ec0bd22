/**
 * Every error that a user, a client or an operator can get, in one table.
 * `status` is the HTTP status if the whole request fails with this error. `shown` says whether clients get the message;
 * if not, an error id masks it. `retryable` says whether the same request may succeed later.
 */
export const ERROR_CODES = {
  BAD_USER_INPUT: {
    status: 400,
    shown: true,
    retryable: false,
    meaning: '参数有误：消息指出哪个参数以及如何改正',
  },
  CURSOR_EXPIRED: {
    status: 400,
    shown: true,
    retryable: false,
    meaning: '图谱已更新，按相关度或数量排序的游标失效：去掉游标，从头取起',
  },
  QUERY_TOO_COMPLEX: {
    status: 400,
    shown: true,
    retryable: false,
    meaning: '查询过深或过大：减少层数或 first',
  },
  QUERY_TOO_LONG: {
    status: 400,
    shown: true,
    retryable: false,
    meaning: '查询文本过长：去掉注释，或分成几个查询',
  },
  BAD_REQUEST: { status: 400, shown: true, retryable: false, meaning: 'HTTP 请求本身有误：消息说明如何改正' },
  NOT_FOUND: { status: 404, shown: true, retryable: false, meaning: '此地址没有内容' },
  METHOD_NOT_ALLOWED: { status: 405, shown: true, retryable: false, meaning: '此地址不接受该 HTTP 方法' },
  REQUEST_TIMEOUT: { status: 408, shown: true, retryable: true, meaning: '请求未在限时内发送完毕' },
  OVERLOADED: {
    status: 503,
    shown: true,
    retryable: true,
    meaning: '等待计算的查询过多：按 Retry-After 稍后重试',
  },
  PAYLOAD_TOO_LARGE: { status: 413, shown: true, retryable: false, meaning: '请求体超过 256 kB' },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    shown: true,
    retryable: false,
    meaning: 'POST 只接受 UTF-8 编码的 application/json',
  },
  HEADERS_TOO_LARGE: {
    status: 431,
    shown: true,
    retryable: false,
    meaning: '地址与请求头超过 16 kB：长查询请用 POST',
  },
  STORE_UNAVAILABLE: { status: 503, shown: true, retryable: true, meaning: '数据库暂不可用，请稍后重试' },
  STORE_TIMEOUT: {
    status: 504,
    shown: true,
    retryable: true,
    meaning: '数据库未在限时内答复，请缩小查询或重试',
  },
  GRAPH_CHANGED: {
    status: 503,
    shown: true,
    retryable: true,
    meaning: '答复期间图谱被替换，请重试',
  },
  STORE_LOCKED: { status: 503, shown: true, retryable: false, meaning: '数据文件正被另一进程使用' },
  STORE_READ_ONLY: {
    status: 503,
    shown: true,
    retryable: false,
    meaning: '数据文件或其文件夹不可写，只能查询：更改权限，或换一个 GRAPH_URL',
  },
  STORE_FULL: {
    status: 507,
    shown: true,
    retryable: false,
    meaning: '磁盘已满，未写入任何内容：腾出空间后重试',
  },
  STORE_DAMAGED: {
    status: 500,
    shown: true,
    retryable: false,
    meaning: '数据文件已损坏，或不是图谱文件：换上备份，或删除后重新导入公报',
  },
  STORE_INCOMPLETE: {
    status: 500,
    shown: true,
    retryable: false,
    meaning: '数据文件的日志丢失了末尾，最近的导入不在其中：重新导入这些公报',
  },
  QUERY_FAILED: {
    status: 500,
    shown: false,
    retryable: false,
    meaning: '语句执行失败（服务器端缺陷），日志中有错误编号',
  },
  ROW_SHAPE: {
    status: 500,
    shown: false,
    retryable: false,
    meaning: '数据库返回的行与声明不符（服务器端缺陷）',
  },
  INGEST_FAILED: {
    status: 422,
    shown: true,
    retryable: false,
    meaning: '公报或词表有误：消息给出文件、行、列、原文与改法',
  },
  BATCH_CONFLICT: {
    status: 409,
    shown: true,
    retryable: false,
    meaning: '同一批次已由另一份文件导入：确认后用 --replace',
  },
  CONFIG_INVALID: { status: 500, shown: true, retryable: false, meaning: '环境变量有误：消息指出变量与改法' },
  INTERNAL_SERVER_ERROR: {
    status: 500,
    shown: false,
    retryable: false,
    meaning: '未预料的错误，日志中有错误编号',
  },
} as const satisfies Record<string, { status: number; shown: boolean; retryable: boolean; meaning: string }>;

export type ErrorCode = keyof typeof ERROR_CODES;

/** The base class: a code of the table above and a message for the person who can fix it. */
export class PolicyGraphError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}

/** A request has an invalid argument; `argument` names it. */
export class InvalidInput extends PolicyGraphError {
  readonly argument: string;

  constructor(argument: string, message: string) {
    super('BAD_USER_INPUT', `${argument}: ${message}`);
    this.argument = argument;
  }
}

/** The order of the cursor's list depends on the whole graph, and the graph has changed since. */
export class CursorExpired extends PolicyGraphError {
  constructor(argument: string) {
    super(
      'CURSOR_EXPIRED',
      `${argument}: the graph has changed since this cursor was made, and with it the order of the list; begin again without the cursor`,
    );
  }
}

/** How far a query exceeds a limit: its upper estimate, the limit, and the field with the largest share. */
export interface Excess {
  readonly estimate?: number;
  readonly limit?: number;
  /** Response names from the root, joined by dots. */
  readonly field?: string;
}

export class QueryTooComplex extends PolicyGraphError {
  readonly excess: Excess;

  constructor(message: string, excess: Excess = {}) {
    super('QUERY_TOO_COMPLEX', message);
    this.excess = excess;
  }
}

/** Too many computations are waiting, in total or for one client. Nothing of the request was executed. */
export class Overloaded extends PolicyGraphError {
  readonly retryAfterSeconds: number;

  constructor(message: string, retryAfterSeconds: number) {
    super('OVERLOADED', message);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export class QueryTooLong extends PolicyGraphError {
  constructor(length: number, maxLength: number) {
    super(
      'QUERY_TOO_LONG',
      `the query is ${length} bytes long, and ${maxLength} are allowed: leave out comments, or ask in two queries`,
    );
  }
}

export class StoreUnavailable extends PolicyGraphError {
  constructor(message: string, options?: ErrorOptions) {
    super('STORE_UNAVAILABLE', message, options);
  }
}

export class StoreTimeout extends PolicyGraphError {
  constructor(message: string, options?: ErrorOptions) {
    super('STORE_TIMEOUT', message, options);
  }
}

/** The database no longer has the graph of the request's snapshot. */
export class GraphChanged extends PolicyGraphError {
  constructor() {
    super('GRAPH_CHANGED', 'the graph was replaced while this was answered: ask again');
  }
}

export class StoreLocked extends PolicyGraphError {
  constructor(message: string, options?: ErrorOptions) {
    super('STORE_LOCKED', message, options);
  }
}

/** The graph can be read but not written: its file, folder or disk is write-protected. */
export class StoreReadOnly extends PolicyGraphError {
  constructor(message: string, options?: ErrorOptions) {
    super('STORE_READ_ONLY', message, options);
  }
}

/** No space is left for the write; the graph is unchanged. */
export class StoreFull extends PolicyGraphError {
  constructor(message: string, options?: ErrorOptions) {
    super('STORE_FULL', message, options);
  }
}

/** The graph lacks imports that were committed to it. */
export class StoreIncomplete extends PolicyGraphError {
  constructor(message: string, options?: ErrorOptions) {
    super('STORE_INCOMPLETE', message, options);
  }
}

/** The embedded file can't be opened: it is damaged, or not a graph file. */
export class StoreDamaged extends PolicyGraphError {
  constructor(message: string, options?: ErrorOptions) {
    super('STORE_DAMAGED', message, options);
  }
}

/** The engine refused a statement: a bug in this server, so the message is masked for clients. */
export class QueryFailed extends PolicyGraphError {
  constructor(file: string, options?: ErrorOptions) {
    super('QUERY_FAILED', `${file}: the engine refused the statement`, options);
  }
}

/** A row did not have the columns that its query file declares. */
export class RowShape extends PolicyGraphError {
  constructor(file: string, detail: string) {
    super('ROW_SHAPE', `${file}: ${detail}`);
  }
}

export class ConfigInvalid extends PolicyGraphError {
  constructor(problems: readonly string[]) {
    super('CONFIG_INVALID', problems.join('\n'));
  }
}

/** One problem in an input file: its place, its words, and how to fix it. Line and column count from 1. */
export interface Problem {
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly text?: string | undefined;
  readonly message: string;
  readonly fix: string;
}

export const describeProblem = (problem: Problem): string =>
  `${[problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(':')}: ${problem.message}` +
  `${problem.text === undefined ? '' : ` 「${problem.text.slice(0, 60)}」`} — ${problem.fix}`;

/** An input file has errors; nothing of it was written. */
export class IngestFailed extends PolicyGraphError {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super('INGEST_FAILED', problems.map(describeProblem).join('\n'));
    this.problems = problems;
  }
}

interface Source {
  readonly fileName: string;
  readonly sha256: string;
}

/** The graph has the batch from another file, and the import did not ask to replace it. */
export class BatchConflict extends PolicyGraphError {
  constructor(code: string, old: Source, next: Source) {
    const name = ({ fileName, sha256 }: Source): string => `${fileName} (SHA-256 ${sha256.slice(0, 12)}…)`;
    super(
      'BATCH_CONFLICT',
      `batch ${code} is in the graph from ${name(old)}, and this is ${name(next)}: to replace it, import with --replace`,
    );
  }
}
