// Nudge: Each row has at most two numbers that are not 0. Where are they, and what is their sum?
// Idea: Bring p into the range from 0 to old - 1 first; then the two ends need no case of their own. Its whole part is
//   j.
// Almost: With `p = min(max(p, 0), Float(old - 1))`, `j = Int(p)` and `t = p - Float(j)`, set `rows[k][j] = 1 - t`, and
//   if t is more than 0, `rows[k][j + 1] = t`.

import Tensors

public func linearWeights(_ new: Int, _ old: Int) throws -> Tensor {
    var rows = [[Float]](repeating: [Float](repeating: 0, count: old), count: new)
    for k in 0..<new {
        let place = (Float(k) + 0.5) * Float(old) / Float(new) - 0.5
        let p = min(max(place, 0), Float(old - 1))
        let (j, t) = (Int(p), p - p.rounded(.down))
        rows[k][j] = 1 - t
        if t > 0 { rows[k][j + 1] = t }
    }
    return Tensor(rows)
}
