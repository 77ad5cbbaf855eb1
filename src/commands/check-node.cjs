/**
 * Whether Node is new enough, in one plain line where it is not. Loaded before every command (`node -r`) and therefore
 * JavaScript that any Node reads.
 *
 * After an install it speaks of npm's own Node: npm warns (EBADENGINE) that packages do not support that one, though
 * every command runs on the newer one that the install brought, which stands first in the path of npm's scripts.
 */
const OLDEST = [22, 18];

/** @param {string} version such as "24.21.0" */
function isTooOld(version) {
  const [major, minor] = version.split(".").map(Number);
  return major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
}

const own = process.versions.node;
const isInstall = process.env.npm_lifecycle_event === "postinstall";
const [, npms = own] = /node\/v(\S+)/.exec(process.env.npm_config_user_agent || "") || [];

if (isTooOld(own)) {
  console.error(
    `Node ${own} is too old, and no newer one was installed with the packages: install Node ${OLDEST.join(".")} or newer (see .nvmrc)`,
  );
  // Packages are installed all the same: a newer Node can still be put beside them.
  if (!isInstall) process.exit(1);
} else if (isInstall && isTooOld(npms)) {
  console.log(
    `This machine's Node is ${npms}; the project's commands run on Node ${own}, which was installed with it. npm's EBADENGINE warnings are about the former.`,
  );
}
