export type Migration = { name: string; sql: string };

const addition = /^ALTER TYPE "(\w+)" ADD VALUE ('\w+');$/gm;

/**
 * The same tables in one transaction: before PostgreSQL 17 a value that is added to a type cannot be used in the
 * transaction that adds it, one that the type is made with can.
 * @param migrations oldest first
 */
export function withValuesFromStart(migrations: readonly Migration[]): Migration[] {
  const made: Migration[] = [];
  for (const { name, sql } of migrations) {
    const rest = sql.replace(addition, (statement, type: string, value: string) =>
      addToType(made, type, value) ? "" : statement,
    );
    made.push({ name, sql: rest });
  }
  return made;
}

/** @returns whether the type was made before, without that value */
function addToType(made: Migration[], type: string, value: string): boolean {
  const creation = new RegExp(`CREATE TYPE "${type}" AS ENUM \\(([^)]*)\\)`);
  const maker = made.findLast(({ sql }) => creation.test(sql));
  const values = maker?.sql.match(creation)?.[1];
  if (!maker || values === undefined || values.includes(value)) return false;
  maker.sql = maker.sql.replace(creation, `CREATE TYPE "${type}" AS ENUM (${values}, ${value})`);
  return true;
}
