// The long short-term memory: a state h that is shown and a cell c that is kept (Hochreiter and Schmidhuber, 1997).
//
// Four gates are computed from input and state and are side by side, [i | f | g | o]:
//
//     i, f, o = sigmoid(…)        how much to take in, to keep, to show
//     g = tanh(…)                 what to take in
//     c' = f · c + i · g
//     h' = o · tanh(c')
//
// After its products a step is a single pass over memory, forward as well as backward.

/// All steps of a sequence.
///
/// - Parameters:
///   - gates: what the input contributes to the gates, [steps, batch, 4 · hidden]; becomes the gates.
///   - bias: [4 · hidden].
///   - weight: [hidden, 4 · hidden].
///   - states: [steps + 1, batch, hidden], where the first step holds the initial state.
///   - cells: likewise; if they are not kept, [batch, hidden], first the given one, then the final one.
public func lstmForward(
    _ size: Recurrence, gates: UnsafeMutablePointer<Float>, bias: UnsafePointer<Float>, weight: PackedMatrix,
    states: UnsafeMutablePointer<Float>, cells: UnsafeMutablePointer<Float>, keepingCells: Bool
) {
    let n = size.hidden
    let cellStep = keepingCells ? size.stepSize : 0
    size.forEachBlock { block in
        for t in 0..<size.steps {
            let (before, after) = (states + t * size.stepSize, states + (t + 1) * size.stepSize)
            let (cell, next) = (cells + t * cellStep, cells + (t + 1) * cellStep)
            let gates = gates + t * 4 * size.stepSize
            weight.multiply(
                rows: block.count, before + block.lowerBound * n, n, into: gates + block.lowerBound * 4 * n, 4 * n,
                accumulate: true)
            size.forEachItem(block) { item in
                lstmStep(n, gates + item * 4 * n, bias, cell + item * n, next + item * n, after + item * n)
            }
        }
    }
}

@inline(never)
private func lstmStep(
    _ n: Int, _ gates: UnsafeMutablePointer<Float>, _ bias: UnsafePointer<Float>,
    _ cell: UnsafePointer<Float>, _ next: UnsafeMutablePointer<Float>, _ state: UnsafeMutablePointer<Float>
) {
    for j in 0..<n {
        let i = sigmoid(gates[j] + bias[j])
        let f = sigmoid(gates[j + n] + bias[j + n])
        let g = tanh(gates[j + 2 * n] + bias[j + 2 * n])
        let o = sigmoid(gates[j + 3 * n] + bias[j + 3 * n])
        let c = f * cell[j] + i * g
        (gates[j], gates[j + n], gates[j + 2 * n], gates[j + 3 * n]) = (i, f, g, o)
        next[j] = c
        state[j] = o * tanh(c)
    }
}

/// The gradients of all steps, from the last to the first.
///
/// - Parameters:
///   - dGates: of the gates before sigmoid and tanh, [steps, batch, 4 · hidden], overwritten.
///   - gates, cells: what the forward pass made.
///   - dy: of all states but the first, [steps, batch, hidden].
///   - dh: [batch, hidden], overwritten with the gradient of the first state.
///   - dc: [batch, hidden], the gradient of the last cell; becomes that of the first.
///   - weight: [4 · hidden, hidden], the transpose of the weight of the forward pass.
public func lstmBackward(
    _ size: Recurrence, dGates: UnsafeMutablePointer<Float>, gates: UnsafePointer<Float>, cells: UnsafePointer<Float>,
    dy: UnsafePointer<Float>, dh: UnsafeMutablePointer<Float>, dc: UnsafeMutablePointer<Float>, weight: PackedMatrix
) {
    let n = size.hidden
    size.forEachBlock { block in
        start(dh, dy, size, at: size.steps, block)
        for t in (0..<size.steps).reversed() {
            let (cell, next) = (cells + t * size.stepSize, cells + (t + 1) * size.stepSize)
            let (dGates, gates) = (dGates + t * 4 * size.stepSize, gates + t * 4 * size.stepSize)
            size.forEachItem(block) { item in
                lstmStepBack(
                    n, dGates + item * 4 * n, gates + item * 4 * n, cell + item * n, next + item * n, dh + item * n,
                    dc + item * n)
            }
            start(dh, dy, size, at: t, block)
            weight.multiply(
                rows: block.count, dGates + block.lowerBound * 4 * n, 4 * n, into: dh + block.lowerBound * n, n,
                accumulate: true)
        }
    }
}

@inline(never)
private func lstmStepBack(
    _ n: Int, _ dGates: UnsafeMutablePointer<Float>, _ gates: UnsafePointer<Float>, _ cell: UnsafePointer<Float>,
    _ next: UnsafePointer<Float>, _ dh: UnsafePointer<Float>, _ dc: UnsafeMutablePointer<Float>
) {
    for j in 0..<n {
        let (i, f, g, o) = (gates[j], gates[j + n], gates[j + 2 * n], gates[j + 3 * n])
        let shown = tanh(next[j])
        let d = dc[j] + dh[j] * o * (1 - shown * shown)
        dGates[j] = d * g * i * (1 - i)
        dGates[j + n] = d * cell[j] * f * (1 - f)
        dGates[j + 2 * n] = d * i * (1 - g * g)
        dGates[j + 3 * n] = dh[j] * shown * o * (1 - o)
        dc[j] = d * f
    }
}
