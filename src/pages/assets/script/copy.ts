/** Copy buttons. What was copied is said to who cannot see the button change. */
export const COPY = `
const said = document.createElement("p");
said.className = "unseen";
said.setAttribute("role", "status");
if (all("[data-copy]").length > 0) document.body.append(said);

for (const button of all("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  const word = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      document.execCommand("copy");
    }
    button.textContent = said.textContent = words.copied;
    setTimeout(() => {
      button.textContent = word;
      said.textContent = "";
    }, 2000);
  });
}
for (const field of all(".address input")) {
  field.addEventListener("focus", () => field.select());
}
`;
