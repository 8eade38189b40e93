// Nudge: Go forward and keep all states. Then go through the steps from the last to the first, as `backThroughTime` in
//   section 12.4 does.
// Idea: Two things reach hₜ: its own slope, and dzₜ₊₁·w from the next step. The second is left out where the next step
//   begins a new group.
// Almost: dzₜ = dhₜ · (1 − hₜ²), dxₜ = dzₜ, dw += dzₜᵀ·hₜ₋₁, and dzₜ·w goes to the step before. Step t + 1 begins a
//   group if (t + 1) is a multiple of `reach`; its hₜ still counts for dw, as a constant.

import Tensors

public func throughTime(
    _ x: Tensor, weight w: Tensor, slopes: Tensor, reach: Int
) throws -> (dx: Tensor, dw: Tensor) {
    let steps = x.shape[0]
    var states = [Tensor.zeros(x[0].shape)]
    for t in 0..<steps { states.append((x[t] + states[t].matmul(w.T)).tanh()) }
    var (dw, later) = (Tensor.zeros(w.shape), Tensor.zeros(x[0].shape))
    var dx: [Tensor] = []
    for t in (0..<steps).reversed() {
        // What comes from the next step, unless that belongs to another group.
        let dh = (t + 1) % reach == 0 ? slopes[t] : slopes[t] + later
        let dz = dh * (1 - states[t + 1].squared())
        dx.insert(dz, at: 0)
        dw = dw + dz.T.matmul(states[t])
        later = dz.matmul(w)
    }
    return (.stack(dx), dw)
}
