// All areas of the country, as the first start of an office loads them.
import { pool } from "@/lib/db";
import { loadAreas } from "@/lib/organisations/areas";

await loadAreas();
await pool.end();
