// npm run gambar: makes the pictures of the handbook anew, by the tests that look whether their pages still say the same.
process.env.LOKMIN_GAMBAR = "1";
process.argv.push("handbook");
await import("./test.mjs");
