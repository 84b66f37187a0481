// Files and clipboard: made in the page, by the page; nothing goes to any server. The mark at a file's beginning tells Excel that
// it is UTF-8.

function download(name, text) {
  const address = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" }));
  const link = element("a", { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

// Asks the kernel for a file and saves it when it comes; returns a function that stops listening.
function savesWhatComes(model, saved) {
  const receive = (message) => {
    if (message.answer !== "csv") return;
    download(message.name, message.text);
    saved(message.name);
  };
  model.on("msg:custom", receive);
  return () => model.off("msg:custom", receive);
}

// Where the page may not write to the clipboard, the text stands selected in a field, ready for the learner's own hand.
async function copy(field, say) {
  try {
    await navigator.clipboard.writeText(field.value);
    say("Copied.");
  } catch {
    field.hidden = false;
    field.focus();
    field.select();
    say("Selected: copy it with Ctrl+C (on a Mac ⌘C).");
  }
}
