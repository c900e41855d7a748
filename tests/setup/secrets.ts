// What npm start would set before the app's modules are read; nothing in the code falls back to anything.
process.env.LOKMIN_SECRET = "only-for-tests-0123456789abcdef0123456789";
process.env.APP_URL = "http://lokmin.test";
process.env.NEXTAUTH_URL = process.env.APP_URL;
