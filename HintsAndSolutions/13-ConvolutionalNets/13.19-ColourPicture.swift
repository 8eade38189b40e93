// Nudge: First a list of counts for each batch; the picture comes afterwards.
// Idea: A number x with 0 ≤ x ≤ top belongs to bin ⌊x · bins / top⌋, only `top` itself would get a bin too many. Row r
//   of the picture is bin bins − 1 − r.
// Almost: `Tensor.stack(columns, axis: 1)` makes columns of vectors, `flipped(0)` turns them upside down. Divide by
//   `max().item` only if that is above 0. `log1p` is in Foundation.

import Foundation
import Tensors

public func colourPicture(_ batches: [Tensor], bins: Int, top: Float) throws -> Tensor {
    let columns = batches.map { batch in
        var counts = [Float](repeating: 0, count: bins)
        for x in batch.scalars where x >= 0 && x <= top {
            counts[min(Int(x * Float(bins) / top), bins - 1)] += 1
        }
        return Tensor(counts.map { log1p($0) })
    }
    let picture = Tensor.stack(columns, axis: 1).flipped(0)
    let largest = picture.max().item
    return largest > 0 ? picture / largest : picture
}
