// Nets with a memory: the loop over the steps of a sequence, and the simplest net that uses it.
//
// All memory is laid out step by step: element (t, b, j) of [steps, batch, n] is number j of item b at step t.
// What the input contributes to every step is known before the loop starts; inside it, only the state is
// multiplied. Items of a batch do not see one another, so a small net gives each thread items of its own,
// for the whole sequence. A large net shares the work of every step instead.

/// The lengths of a recurrent loop.
public struct Recurrence: Sendable {
    public let steps, batch, hidden: Int

    public init(steps: Int, batch: Int, hidden: Int) {
        (self.steps, self.batch, self.hidden) = (steps, batch, hidden)
    }

    /// Elements of one step of a [steps, batch, hidden].
    var stepSize: Int { batch * hidden }

    /// Calls `body` for blocks of the batch's items, on all threads if a thread's cache holds the weights.
    func forEachBlock(_ body: (Range<Int>) -> Void) {
        parallelFor(batch, grain: hidden <= 256 ? 16 : batch, body)
    }

    /// Calls `body` for every item of a block, on all threads if there is enough to do.
    func forEachItem(_ block: Range<Int>, _ body: (Int) -> Void) {
        parallelFor(block.count, grain: max(1, 4_096 / max(hidden, 1))) { items in
            for item in items { body(block.lowerBound + item) }
        }
    }
}

/// hₜ = f(xₜ + hₜ₋₁ · w + b) for every step, f being relu if `rectified`, else tanh
///
/// - Parameters:
///   - x: what the input contributes, [steps, batch, hidden]; overwritten.
///   - bias: [hidden].
///   - weight: [hidden, hidden].
///   - states: [steps + 1, batch, hidden], where the first step holds the initial state.
public func rnnForward(
    _ size: Recurrence, rectified: Bool, x: UnsafeMutablePointer<Float>,
    bias: UnsafePointer<Float>, weight: PackedMatrix, states: UnsafeMutablePointer<Float>
) {
    let n = size.hidden
    size.forEachBlock { block in
        for t in 0..<size.steps {
            let (before, after) = (states + t * size.stepSize, states + (t + 1) * size.stepSize)
            let x = x + t * size.stepSize
            weight.multiply(
                rows: block.count, before + block.lowerBound * n, n, into: x + block.lowerBound * n, n, accumulate: true
            )
            size.forEachItem(block) { item in
                let (x, h) = (x + item * n, after + item * n)
                if rectified {
                    pairs(h, x, 1, bias, 1, n) { $0 + $1 < 0 ? 0 : $0 + $1 }
                } else {
                    pairs(h, x, 1, bias, 1, n) { tanh($0 + $1) }
                }
            }
        }
    }
}

/// The gradients of all steps, from the last to the first: dxₜ = f' · (dyₜ + dxₜ₊₁ · w).
///
/// - Parameters:
///   - dx: [steps, batch, hidden], overwritten.
///   - states: what the forward pass made.
///   - dy: of all states but the first, [steps, batch, hidden].
///   - dh: [batch, hidden], overwritten with the gradient of the first state.
///   - weight: [hidden, hidden], the transpose of the weight of the forward pass.
public func rnnBackward(
    _ size: Recurrence, rectified: Bool, dx: UnsafeMutablePointer<Float>,
    states: UnsafePointer<Float>, dy: UnsafePointer<Float>, dh: UnsafeMutablePointer<Float>, weight: PackedMatrix
) {
    let n = size.hidden
    size.forEachBlock { block in
        start(dh, dy, size, at: size.steps, block)
        for t in (0..<size.steps).reversed() {
            let (after, dx) = (states + (t + 1) * size.stepSize, dx + t * size.stepSize)
            size.forEachItem(block) { item in
                let (dx, h, dh) = (dx + item * n, after + item * n, UnsafePointer(dh + item * n))
                if rectified {
                    pairs(dx, h, 1, dh, 1, n) { $0 <= 0 ? 0 : $1 }
                } else {
                    pairs(dx, h, 1, dh, 1, n) { (1 - $0 * $0) * $1 }
                }
            }
            start(dh, dy, size, at: t, block)
            weight.multiply(
                rows: block.count, dx + block.lowerBound * n, n, into: dh + block.lowerBound * n, n, accumulate: true)
        }
    }
}

/// Sets dh, the gradient of the state after `t` steps, to that of the same state's output; the first state has no
/// output.
func start(
    _ dh: UnsafeMutablePointer<Float>, _ dy: UnsafePointer<Float>, _ size: Recurrence, at t: Int, _ block: Range<Int>
) {
    let dh = dh + block.lowerBound * size.hidden
    if t == 0 { return dh.update(repeating: 0, count: block.count * size.hidden) }
    dh.update(from: dy + (t - 1) * size.stepSize + block.lowerBound * size.hidden, count: block.count * size.hidden)
}
