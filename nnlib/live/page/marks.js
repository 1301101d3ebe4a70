// The marks of the picture: SVG that arrives whole at first, then piece by piece.

function drawWhole(picture, svg) {
  picture.innerHTML = svg;
}

function drawPieces(picture, patches) {
  for (const [id, svg] of Object.entries(patches)) {
    const old = picture.querySelector(`[id="${id}"]`);
    if (!old) continue;
    // The definitions (clips, hatches) of a piece stand behind it, and are replaced with it.
    while (old.nextElementSibling?.dataset.of === id) old.nextElementSibling.remove();
    const parsed = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    parsed.innerHTML = svg;
    const pieces = [...parsed.children];
    for (const piece of pieces.slice(1)) piece.dataset.of = id;
    old.replaceWith(...pieces);
  }
}
