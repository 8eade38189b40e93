// What the page does where there is JavaScript: no page is loaded anew, photos can be dropped, digits drawn.

let appScript = #"""
    "use strict";
    document.body.classList.add("scripted");
    const find = (id) => document.getElementById(id);
    const said = find("said");

    // Sends a file, and puts the answer into its place.
    async function ask(path, file, name, button) {
      button.disabled = true;
      said.textContent = "One moment …";
      try {
        const form = new FormData();
        form.append("photo", file, name);
        const answer = await fetch(path, { method: "POST", body: form });
        said.innerHTML = await answer.text();
      } catch {
        said.innerHTML = '<p class="problem" role="alert">The server does not answer.</p>';
      }
      button.disabled = false;
      find("answer").focus({ preventScroll: true });
      find("answer").scrollIntoView({ block: "nearest" });
    }

    // Photos: chosen, taken, dropped or pasted.
    let photo = null;
    let preview = null;
    function take(file) {
      if (!file) return;
      photo = file;
      if (preview) URL.revokeObjectURL(preview);
      preview = URL.createObjectURL(file);
      find("preview").src = preview;
      find("preview").alt = "The photo that you have chosen, " + file.name;
    }
    // It is shown once it is read, with its whole height: the button below moves once, not under a finger.
    find("preview").addEventListener("load", () => { find("preview").hidden = false; });
    find("preview").addEventListener("error", () => { find("preview").hidden = true; });
    for (const id of ["photo", "camera"]) find(id).addEventListener("change", (event) => take(event.target.files[0]));
    const drop = find("drop");
    for (const kind of ["dragenter", "dragover"]) drop.addEventListener(kind, (event) => {
      event.preventDefault();
      drop.classList.add("over");
    });
    for (const kind of ["dragleave", "drop"]) drop.addEventListener(kind, () => drop.classList.remove("over"));
    drop.addEventListener("drop", (event) => {
      event.preventDefault();
      take(event.dataTransfer.files[0]);
    });
    document.addEventListener("paste", (event) => take(event.clipboardData.files[0]));
    find("photo-form").addEventListener("submit", (event) => {
      event.preventDefault();
      if (photo) ask("/answer", photo, photo.name, find("classify"));
      else said.innerHTML = '<p class="problem" role="alert">Choose a photo first.</p>';
    });

    // Digits: a pen of a fifteenth of the sheet, black on white.
    const pad = find("pad");
    if (pad) {
      const sheet = pad.getContext("2d");
      let pen = null;
      let keyPen = { x: 140, y: 140, down: false };
      function clear() {
        sheet.fillStyle = "#fff";
        sheet.fillRect(0, 0, pad.width, pad.height);
        keyPen = { x: 140, y: 140, down: false };
      }
      function draw(from, to) {
        sheet.strokeStyle = "#000";
        sheet.lineWidth = 19;
        sheet.lineCap = sheet.lineJoin = "round";
        sheet.beginPath();
        sheet.moveTo(from.x, from.y);
        sheet.lineTo(to.x, to.y);
        sheet.stroke();
      }
      function place(event) {
        const box = pad.getBoundingClientRect();
        return {
          x: (event.clientX - box.left) * pad.width / box.width, y: (event.clientY - box.top) * pad.height / box.height,
        };
      }
      pad.addEventListener("pointerdown", (event) => {
        pad.setPointerCapture(event.pointerId);
        pen = place(event);
        draw(pen, pen);
      });
      pad.addEventListener("pointermove", (event) => {
        if (!pen) return;
        const next = place(event);
        draw(pen, next);
        pen = next;
      });
      for (const kind of ["pointerup", "pointercancel"]) pad.addEventListener(kind, () => { pen = null; });
      const steps = { ArrowLeft: [-10, 0], ArrowRight: [10, 0], ArrowUp: [0, -10], ArrowDown: [0, 10] };
      pad.addEventListener("keydown", (event) => {
        const step = steps[event.key];
        if (!step && event.key !== " ") return;
        event.preventDefault();
        if (!step) keyPen.down = !keyPen.down;
        const [dx, dy] = step || [0, 0];
        const inside = (number) => Math.min(270, Math.max(10, number));
        const next = { x: inside(keyPen.x + dx), y: inside(keyPen.y + dy), down: keyPen.down };
        if (keyPen.down) draw(keyPen, next);
        keyPen = next;
      });
      find("clear").addEventListener("click", clear);
      find("read").addEventListener("click", () => {
        pad.toBlob((file) => ask("/digit", file, "digit.png", find("read")), "image/png");
      });
      clear();
    }

    """#
