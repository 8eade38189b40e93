// Nudge: What is moved down by 3 rows is what you see through a window that has been moved up by 3 rows. Where would
//   the window look at what is not there?
// Idea: Put a frame of zeros around each picture, wide enough that the window never leaves it, and cut the window out.
//   Moves of more than a side of the picture need no wider frame: nothing is left of it anyway.
// Almost: With a margin of max(h, w) around it, the window of picture i begins in row margin − rows[i], where rows[i]
//   has been kept within −margin...margin. `Tensor.stack` puts the windows together; for no pictures return x itself.

import Tensors

public func shifted(_ x: Tensor, down rows: [Int], right columns: [Int], mirrored: [Bool]) throws -> Tensor {
    if x.shape[0] == 0 { return x }
    let (height, width) = (x.shape[2], x.shape[3])
    let margin = max(height, width)
    func start(_ shift: Int) -> Int { margin - max(-margin, min(margin, shift)) }
    return .stack(
        (0..<x.shape[0]).map { place in
            let picture = (mirrored[place] ? x[place].flipped(-1) : x[place]).padded(margin, lastAxes: 2)
            let (top, left) = (start(rows[place]), start(columns[place]))
            return picture[0..., top..<top + height, left..<left + width]
        })
}
