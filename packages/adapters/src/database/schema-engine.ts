import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

export type SchemaEngine = bindings.SchemaEngine;

declare global {
  var PRISMA_WASM_PANIC_REGISTRY: { set_message(message: string): void } | undefined;
}

// Node has it; TypeScript declares it for browsers alone.
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: Record<string, object>,
  ): Promise<{ instance: { exports: Record<string, unknown> } }>;
};

const charOid = 18;
const charArrayOid = 1002;

let loaded: Promise<void> | undefined;

/**
 * Runs `work` with Prisma's own schema engine on the database at `url`. It is the WebAssembly build
 * of the engine of exactly this Prisma release: nothing is downloaded when Klaxon starts.
 */
export async function withSchemaEngine<T>(
  url: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  loaded ??= load();
  await loaded;
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  pool.on('error', () => {});
  try {
    const factory = bindMigrationAwareSqlAdapterFactory(adapterFactory(pool));
    const engine = await bindings.SchemaEngine.new({ datamodels: undefined }, () => {}, factory);
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } finally {
    await pool.end();
  }
}

async function load(): Promise<void> {
  const script = createRequire(import.meta.url).resolve(
    '@prisma/schema-engine-wasm/schema_engine_bg',
  );
  const wasm = await readFile(script.replace(/\.js$/, '.wasm'));
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': imports() });
  bindings.__wbg_set_wasm(instance.exports);
  const { __wbindgen_start: start } = instance.exports;
  if (typeof start === 'function') start();
  // The engine tells why it broke down before it does; without a listener that tells nothing.
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message(message) {
      throw new Error(`Prisma's schema engine broke down: ${message}`);
    },
  };
}

// The engine never clears the ten seconds it gives itself to get a lock: they must not keep a
// finished process alive. The name of the import ends in a hash.
function imports(): object {
  const timer = Object.keys(bindings).find((name) => name.startsWith('__wbg_setTimeout'));
  if (timer === undefined) return { ...bindings };
  const setTimer = (callback: () => void, ms: number) => setTimeout(callback, ms >>> 0).unref();
  return { ...bindings, [timer]: setTimer };
}

// PrismaPg serves the engine but for two things, put right here.
function adapterFactory(pool: pg.Pool): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(readingChars(pool));
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connectToShadowDb: () => factory.connectToShadowDb(),
    async connect() {
      const adapter = await factory.connect();
      const queryRaw = adapter.queryRaw.bind(adapter);
      adapter.queryRaw = async (query) => {
        const result = await queryRaw(query);
        const columnTypes = result.columnTypes.map((type) =>
          type === ColumnTypeEnum.CharacterArray ? ColumnTypeEnum.Character : type,
        );
        return { ...result, columnTypes };
      };
      // PrismaPg cuts a script at every semicolon, those in function bodies too. Sent whole,
      // PostgreSQL takes it as one transaction: a migration that fails leaves nothing behind.
      adapter.executeScript = async (script) => {
        await pool.query(script).catch(rethrow);
      };
      return adapter;
    },
  };
}

function rethrow(error: unknown): never {
  if (!(error instanceof pg.DatabaseError)) throw error;
  throw new DriverAdapterError({
    kind: 'postgres',
    code: error.code ?? '',
    severity: error.severity ?? 'ERROR',
    message: error.message,
    detail: error.detail,
    hint: error.hint,
    column: error.column,
  });
}

// The catalogue's "char" columns have no type in PrismaPg, which refuses them; their arrays do.
function readingChars(pool: pg.Pool): pg.Pool {
  return new Proxy(pool, {
    get(target, key) {
      if (key !== 'query') return Reflect.get(target, key);
      return async (config: pg.QueryArrayConfig) => {
        const result = await target.query(config);
        for (const field of result.fields) {
          if (field.dataTypeID === charOid) field.dataTypeID = charArrayOid;
        }
        return result;
      };
    },
  });
}
