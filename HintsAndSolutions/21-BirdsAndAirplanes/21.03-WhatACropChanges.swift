// Nudge: How many rows of the picture are in the piece? Begin with one row and no columns. And do not look for
//   zeros: the picture may have some.
// Idea: The picture is rows padding ..< padding + h of the padded one, the piece is rows top ..< top + h. What they
//   have in common is h less what the one is moved against the other, but not less than 0.
// Almost: With `rows = max(0, h - abs(top - padding))` and the same for columns, `kept = rows * columns` pixels are
//   in both. Then lost and border are the same number, h · w - kept. `Pad(padding)` and `cropped` of the page, or the
//   engine's `padded` and an index, give the piece.

import Tensors

public func cropWithLosses(
    _ x: Tensor, padding: Int, top: Int, left: Int
) throws -> (piece: Tensor, lost: Int, border: Int) {
    let (height, width) = (x.shape[1], x.shape[2])
    let piece = x.padded(padding, lastAxes: 2)[0..., top..<top + height, left..<left + width]
    let rows = max(0, height - abs(top - padding))
    let columns = max(0, width - abs(left - padding))
    let missing = height * width - rows * columns
    return (piece, missing, missing)
}
