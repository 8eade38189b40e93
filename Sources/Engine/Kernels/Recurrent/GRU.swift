// The gated recurrent unit: an LSTM without a cell, and with three gates (Cho and others, 2014).
//
// The contributions of input and state are side by side, x = [xr | xz | xn] and p = [pr | pz | pn]:
//
//     r = sigmoid(xr + pr)        how much of the state the new one may see
//     z = sigmoid(xz + pz)        how much of the state to keep
//     n = tanh(xn + r · pn)       the new state
//     h' = (1 - z) · n + z · h

/// All steps of a sequence.
///
/// - Parameters:
///   - gates: what the input contributes, [steps, batch, 3 · hidden]; becomes the gates.
///   - inputBias, hiddenBias: [3 · hidden].
///   - products: what the state contributes, [steps, batch, 3 · hidden], overwritten; for one step only, if they
///     are not kept.
///   - weight: [hidden, 3 · hidden].
///   - states: [steps + 1, batch, hidden], where the first step holds the initial state.
public func gruForward(
    _ size: Recurrence, gates: UnsafeMutablePointer<Float>, inputBias: UnsafePointer<Float>,
    products: UnsafeMutablePointer<Float>, keepingProducts: Bool, hiddenBias: UnsafePointer<Float>,
    weight: PackedMatrix, states: UnsafeMutablePointer<Float>
) {
    let n = size.hidden
    size.forEachBlock { block in
        for t in 0..<size.steps {
            let (before, after) = (states + t * size.stepSize, states + (t + 1) * size.stepSize)
            let gates = gates + t * 3 * size.stepSize
            let products = products + (keepingProducts ? t : 0) * 3 * size.stepSize
            for item in block { (products + item * 3 * n).update(from: hiddenBias, count: 3 * n) }
            weight.multiply(
                rows: block.count, before + block.lowerBound * n, n,
                into: products + block.lowerBound * 3 * n, 3 * n, accumulate: true)
            size.forEachItem(block) { item in
                gruStep(
                    n, gates + item * 3 * n, inputBias, products + item * 3 * n, before + item * n, after + item * n)
            }
        }
    }
}

@inline(never)
private func gruStep(
    _ n: Int, _ gates: UnsafeMutablePointer<Float>, _ bias: UnsafePointer<Float>, _ products: UnsafePointer<Float>,
    _ before: UnsafePointer<Float>, _ after: UnsafeMutablePointer<Float>
) {
    for j in 0..<n {
        let r = sigmoid(gates[j] + bias[j] + products[j])
        let z = sigmoid(gates[j + n] + bias[j + n] + products[j + n])
        let new = tanh(gates[j + 2 * n] + bias[j + 2 * n] + r * products[j + 2 * n])
        (gates[j], gates[j + n], gates[j + 2 * n]) = (r, z, new)
        after[j] = (1 - z) * new + z * before[j]
    }
}

/// The gradients of all steps, from the last to the first.
///
/// - Parameters:
///   - dGates, dProducts: of the two contributions, [steps, batch, 3 · hidden], overwritten.
///   - gates, products, states: what the forward pass made.
///   - dy: of all states but the first, [steps, batch, hidden].
///   - dh: [batch, hidden], overwritten with the gradient of the first state.
///   - weight: [3 · hidden, hidden], the transpose of the weight of the forward pass.
public func gruBackward(
    _ size: Recurrence, dGates: UnsafeMutablePointer<Float>, dProducts: UnsafeMutablePointer<Float>,
    gates: UnsafePointer<Float>, products: UnsafePointer<Float>, states: UnsafePointer<Float>,
    dy: UnsafePointer<Float>, dh: UnsafeMutablePointer<Float>, weight: PackedMatrix
) {
    let n = size.hidden
    size.forEachBlock { block in
        start(dh, dy, size, at: size.steps, block)
        for t in (0..<size.steps).reversed() {
            let wide = t * 3 * size.stepSize
            size.forEachItem(block) { item in
                let place = wide + item * 3 * n
                gruStepBack(
                    n, dGates + place, dProducts + place, gates + place, products + place,
                    states + t * size.stepSize + item * n, dh + item * n)
                if t > 0 { add(dy + (t - 1) * size.stepSize + item * n, to: dh + item * n, n) }
            }
            weight.multiply(
                rows: block.count, dProducts + wide + block.lowerBound * 3 * n, 3 * n,
                into: dh + block.lowerBound * n, n, accumulate: true)
        }
    }
}

/// Leaves in dh what goes directly to the previous state.
@inline(never)
private func gruStepBack(
    _ n: Int, _ dGates: UnsafeMutablePointer<Float>, _ dProducts: UnsafeMutablePointer<Float>,
    _ gates: UnsafePointer<Float>, _ products: UnsafePointer<Float>, _ before: UnsafePointer<Float>,
    _ dh: UnsafeMutablePointer<Float>
) {
    for j in 0..<n {
        let (r, z, new) = (gates[j], gates[j + n], gates[j + 2 * n])
        let dNew = dh[j] * (1 - z) * (1 - new * new)
        let dz = dh[j] * (before[j] - new) * z * (1 - z)
        let dr = dNew * products[j + 2 * n] * r * (1 - r)
        (dGates[j], dGates[j + n], dGates[j + 2 * n]) = (dr, dz, dNew)
        (dProducts[j], dProducts[j + n], dProducts[j + 2 * n]) = (dr, dz, dNew * r)
        dh[j] *= z
    }
}

private func add(_ x: UnsafePointer<Float>, to y: UnsafeMutablePointer<Float>, _ n: Int) {
    for j in 0..<n { y[j] += x[j] }
}
