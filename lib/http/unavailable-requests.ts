// Next catches what a page or an action throws, and answers 500 whatever it was. Its hook for errors and the server
// around it are bundled apart: what they tell each other is in the process.
const shared = globalThis as { lokminUnavailable?: Set<string> };

shared.lokminUnavailable ??= new Set();
const requests = shared.lokminUnavailable;

export const markUnavailable = (requestId: string): void => void requests.add(requestId);

export const isMarkedUnavailable = (requestId: string): boolean => requests.has(requestId);

export const forgetRequest = (requestId: string): void => void requests.delete(requestId);
