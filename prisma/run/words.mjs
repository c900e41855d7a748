// What was typed behind a command.

/**
 * With the choices that npm took for its own: PowerShell drops the `--` before them, and a backup that was to be sealed
 * would not be.
 * @param {readonly string[]} typed @param {readonly string[]} choices without a value @param {Record<string, string | undefined>} env
 * @returns {string[]}
 */
export function withTaken(typed, choices, env) {
  const taken = choices.filter((choice) => env[`npm_config_${choice.replaceAll("-", "_")}`] === "true");
  return [...typed, ...taken.map((choice) => `--${choice}`).filter((word) => !typed.includes(word))];
}
