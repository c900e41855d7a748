import { z } from "zod";
import { problemSchema } from "@/lib/api/problem";
import type { Resource } from "@/lib/api/resource";
import { resources } from "@/lib/api/resources";

type Json = Record<string, unknown>;

const schemaAddress = (name: string) => `#/components/schemas/${name}`;

/** The OpenAPI 3.1 document, made of the schemas that the answers are typed by. */
export function openApiDocument(server: string, version: string): Json {
  return {
    openapi: "3.1.0",
    info: {
      title: "Lokmin",
      version,
      description:
        "API baca Lokmin. Setiap token membaca persis yang terlihat oleh pemiliknya di halaman, tanpa nama orang, nomor HP, dan tanda tangan.",
    },
    servers: [{ url: `${server}/api/v1` }],
    security: [{ token: [] }],
    paths: Object.fromEntries(resources.map((resource) => [`/${resource.path}`, { get: operationOf(resource) }])),
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer", description: "Token dari Akun saya → Token API" } },
      schemas: namedSchemas(),
      responses: {
        Problem: {
          description: "Permintaan tidak dapat dijawab; alasannya dalam bahasa Indonesia.",
          content: { "application/problem+json": { schema: { $ref: schemaAddress("Problem") } } },
        },
      },
    },
  };
}

function operationOf({ path, summary, description, query, item }: Resource): Json {
  return {
    operationId: `list-${path}`,
    summary,
    description,
    parameters: parametersOf(query),
    responses: {
      "200": {
        description: "Satu halaman. nextCursor null: tidak ada lagi sesudahnya.",
        content: { "application/json": { schema: { $ref: schemaAddress(listName(item.name)) } } },
      },
      ...Object.fromEntries(
        ["400", "401", "429", "500", "503"].map((status) => [status, { $ref: "#/components/responses/Problem" }]),
      ),
    },
  };
}

/** @returns the parameters of a query in the order of its schema */
function parametersOf(query: z.ZodObject): Json[] {
  const { properties = {} } = z.toJSONSchema(query, { io: "input" });
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...schema } = typeof property === "object" ? property : {};
    return { name, in: "query", required: false, ...(description ? { description } : {}), schema };
  });
}

const listName = (name: string) => `${name}List`;

function namedSchemas(): Json {
  const named = z.registry<{ id: string }>();
  named.add(problemSchema, { id: "Problem" });
  for (const { item } of resources) {
    named.add(item.schema, { id: item.name });
    const list = z.object({ data: z.array(item.schema), nextCursor: z.string().nullable() });
    named.add(list, { id: listName(item.name) });
  }
  const { schemas } = z.toJSONSchema(named, { uri: schemaAddress });
  return Object.fromEntries(Object.entries(schemas).map(([name, { $schema, $id, ...schema }]) => [name, schema]));
}

export function guideEntries() {
  return resources.map(({ path, summary, description, query }) => ({
    ...{ path, summary, description },
    parameters: parametersOf(query).map(({ name, description: words }) => ({
      name: String(name),
      description: typeof words === "string" ? words : null,
    })),
  }));
}
