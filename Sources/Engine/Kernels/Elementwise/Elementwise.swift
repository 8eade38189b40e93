// One number in, one number out: every elementwise formula of the engine is in this file.

/// y = f(x)
public enum UnaryOperation: Sendable {
    case copy, negate, abs, sign, square, squareRoot, reciprocal
    case exp, log, sin, cos, tanh, sigmoid, relu
    case erf, gelu, geluSlope, softplus
    case silu, siluSlope, mish, mishSlope, hardSwish, hardSwishSlope
    case floor, round
}

/// y = f(a, b)
public enum BinaryOperation: Sendable {
    case add, subtract, multiply, divide, power, maximum, minimum
    /// a where a > 0, else a · b
    case leak
    /// a where a > 0, else b (eᵃ - 1)
    case elu
    /// 1 where a > 0, else b eᵃ
    case eluSlope
    /// 0 where b ≤ 0, else a: where b is NaN too
    case gate
}

/// Writes f(x) for every element of a strided operand to a contiguous result.
///
/// - Parameters:
///   - out: room for as many elements as `shape` has, row-major.
///   - x: the operand, with one stride per axis.
public func map(
    _ operation: UnaryOperation, shape: [Int], out: UnsafeMutablePointer<Float>,
    _ x: UnsafePointer<Float>, strides: [Int]
) {
    let loop = RowLoop(shape: shape) { Steps(strides[$0], 0, 0, 0) }
    let step = loop.rowSteps[0]
    loop.forEachPiece { offsets, start, n in
        mapRow(operation, out + start, x + offsets[0], step, n)
    }
}

/// The same for a contiguous operand.
public func map(
    _ operation: UnaryOperation, count: Int, out: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>
) {
    parallelFor(count, grain: elementGrain) { range in
        mapRow(operation, out + range.lowerBound, x + range.lowerBound, 1, range.count)
    }
}

private func mapRow(
    _ operation: UnaryOperation, _ o: UnsafeMutablePointer<Float>,
    _ x: UnsafePointer<Float>, _ step: Int, _ n: Int
) {
    switch operation {
    case .copy: each(o, x, step, n) { $0 }
    case .negate: each(o, x, step, n) { -$0 }
    case .abs: each(o, x, step, n) { $0.magnitude }
    case .sign: each(o, x, step, n) { $0 > 0 ? 1 : ($0 < 0 ? -1 : $0) }
    case .square: each(o, x, step, n) { $0 * $0 }
    case .squareRoot: each(o, x, step, n) { $0.squareRoot() }
    case .reciprocal: each(o, x, step, n) { 1 / $0 }
    case .relu: each(o, x, step, n) { $0 < 0 ? 0 : $0 }  // NaN passes through
    case .floor: each(o, x, step, n) { $0.rounded(.down) }
    case .round: each(o, x, step, n) { $0.rounded(.toNearestOrEven) }
    case .sin: each(o, x, step, n) { sine($0) }
    case .cos: each(o, x, step, n) { cosine($0) }
    case .exp: each(o, x, step, n) { exp($0) }
    case .log: each(o, x, step, n) { log($0) }
    case .tanh: each(o, x, step, n) { tanh($0) }
    case .sigmoid: each(o, x, step, n) { sigmoid($0) }
    case .erf: each(o, x, step, n) { erf($0) }
    case .gelu: each(o, x, step, n) { gelu($0) }
    case .geluSlope: each(o, x, step, n) { geluSlope($0) }
    case .softplus: each(o, x, step, n) { softplus($0) }
    case .silu: each(o, x, step, n) { silu($0) }
    case .siluSlope: each(o, x, step, n) { siluSlope($0) }
    case .mish: each(o, x, step, n) { mish($0) }
    case .mishSlope: each(o, x, step, n) { mishSlope($0) }
    case .hardSwish: each(o, x, step, n) { hardSwish($0) }
    case .hardSwishSlope: each(o, x, step, n) { hardSwishSlope($0) }
    }
}

/// Writes f(a, b) for every pair of elements; stride 0 repeats an element (broadcasting).
public func zip(
    _ operation: BinaryOperation, shape: [Int], out: UnsafeMutablePointer<Float>,
    _ a: UnsafePointer<Float>, strides aStrides: [Int],
    _ b: UnsafePointer<Float>, strides bStrides: [Int]
) {
    let loop = RowLoop(shape: shape) { Steps(aStrides[$0], bStrides[$0], 0, 0) }
    let steps = loop.rowSteps
    loop.forEachPiece { offsets, start, n in
        zipRow(operation, out + start, a + offsets[0], steps[0], b + offsets[1], steps[1], n)
    }
}

/// The same for operands that are contiguous (step 1) or a single number (step 0).
public func zip(
    _ operation: BinaryOperation, count: Int, out: UnsafeMutablePointer<Float>,
    _ a: UnsafePointer<Float>, step sa: Int, _ b: UnsafePointer<Float>, step sb: Int
) {
    parallelFor(count, grain: elementGrain) { range in
        let start = range.lowerBound
        zipRow(operation, out + start, a + sa * start, sa, b + sb * start, sb, range.count)
    }
}

private func zipRow(
    _ operation: BinaryOperation, _ o: UnsafeMutablePointer<Float>,
    _ a: UnsafePointer<Float>, _ sa: Int, _ b: UnsafePointer<Float>, _ sb: Int, _ n: Int
) {
    switch operation {
    case .add: pairs(o, a, sa, b, sb, n) { $0 + $1 }
    case .subtract: pairs(o, a, sa, b, sb, n) { $0 - $1 }
    case .multiply: pairs(o, a, sa, b, sb, n) { $0 * $1 }
    case .divide: pairs(o, a, sa, b, sb, n) { $0 / $1 }
    case .power: pairs(o, a, sa, b, sb, n) { power($0, $1) }
    case .leak: pairs(o, a, sa, b, sb, n) { $0 > 0 ? $0 : $0 * $1 }
    case .elu: pairs(o, a, sa, b, sb, n) { $0 > 0 ? $0 : $1 * growthOfNegative($0) }
    case .eluSlope: pairs(o, a, sa, b, sb, n) { $0 > 0 ? 1 : $1 * expOfNegative($0) }
    case .gate: pairs(o, a, sa, b, sb, n) { $1 <= 0 ? 0 : $0 }
    case .maximum: pairs(o, a, sa, b, sb, n) { $0 > $1 || $0 != $0 ? $0 : $1 }  // NaN passes through
    case .minimum: pairs(o, a, sa, b, sb, n) { $0 < $1 || $0 != $0 ? $0 : $1 }
    }
}

/// y += a · x, both contiguous.
public func addScaled(
    _ y: UnsafeMutablePointer<Float>, _ scale: Float, _ x: UnsafePointer<Float>, count: Int
) {
    parallelFor(count, grain: elementGrain) { range in
        for i in range { y[i] += scale * x[i] }
    }
}

/// y += x, both strided; no two elements of y share a place in memory.
public func add(
    shape: [Int], to y: UnsafeMutablePointer<Float>, strides yStrides: [Int],
    _ x: UnsafePointer<Float>, strides: [Int]
) {
    let loop = RowLoop(shape: shape) { Steps(yStrides[$0], strides[$0], 0, 0) }
    let (sy, sx) = (loop.rowSteps[0], loop.rowSteps[1])
    loop.forEachPiece { offsets, _, n in
        let (y, x) = (y + offsets[0], x + offsets[1])
        if sy == 1 && sx == 1 {
            for i in 0..<n { y[i] += x[i] }
        } else {
            for i in 0..<n { y[i * sy] += x[i * sx] }
        }
    }
}

// A row in memory is dense (stride 1), one repeated element (stride 0) or anything else; the
// first two get loops of their own, which the compiler turns into vector instructions.

@inlinable @inline(__always) func each<In, Out>(
    _ o: UnsafeMutablePointer<Out>, _ x: UnsafePointer<In>, _ step: Int, _ n: Int,
    _ f: (In) -> Out
) {
    if step == 1 { for i in 0..<n { o[i] = f(x[i]) } } else { for i in 0..<n { o[i] = f(x[i * step]) } }
}

@inlinable @inline(__always) func pairs<A, B, Out>(
    _ o: UnsafeMutablePointer<Out>, _ a: UnsafePointer<A>, _ sa: Int,
    _ b: UnsafePointer<B>, _ sb: Int, _ n: Int, _ f: (A, B) -> Out
) {
    if sa == 1 && sb == 1 {
        for i in 0..<n { o[i] = f(a[i], b[i]) }
    } else if sa == 1 && sb == 0 {
        let b = b[0]
        for i in 0..<n { o[i] = f(a[i], b) }
    } else if sa == 0 && sb == 1 {
        let a = a[0]
        for i in 0..<n { o[i] = f(a, b[i]) }
    } else {
        for i in 0..<n { o[i] = f(a[i * sa], b[i * sb]) }
    }
}
