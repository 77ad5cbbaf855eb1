/**
 * The page leads with what suits the device. Apple's devices open webcal links. No app on Android does; and Google's page
 * that takes an address in a browser opens Google's app there, which takes none.
 */
export const DEVICE = `
const { userAgent } = navigator;
const isAndroid = /android/i.test(userAgent);
const isApple = /iphone|ipad|macintosh/i.test(userAgent);

if (isApple) for (const link of all("[data-webcal]")) link.href = link.dataset.webcal;

if (isAndroid) for (const link of all("[data-webcal-of]")) link.remove();

for (const apps of all("[data-apps]")) {
  const leading = apps.querySelector(isApple ? "[data-device=apple]" : "[data-device=google]");
  const steps = apps.parentElement.querySelector("[data-android]");
  if (isAndroid) {
    for (const app of all("[data-device]", apps)) app.remove();
    apps.before(steps);
  } else {
    apps.prepend(leading);
    leading.firstElementChild.classList.add("primary");
    steps.hidden = true;
  }
}
`;
