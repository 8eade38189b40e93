// Layer norm: every row gets mean 0 and variance 1, then every column a scale and a shift of its own.
// A row stays in the first cache while it is measured and written.

/// x [rows, columns], contiguous, and the numbers that belong to each column.
public struct LayerNormKernel: @unchecked Sendable {
    let rows, columns: Int
    /// [columns]
    let gamma, beta: UnsafePointer<Float>
    let epsilon: Float

    public init(
        rows: Int, columns: Int, gamma: UnsafePointer<Float>, beta: UnsafePointer<Float>, epsilon: Float
    ) {
        (self.rows, self.columns) = (rows, columns)
        (self.gamma, self.beta, self.epsilon) = (gamma, beta, epsilon)
    }

    /// y = x̂ gamma + beta,  x̂ = (x - mean) / √(variance + ε)
    public func forward(_ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>) {
        parallelFor(rows, grain: rowGrain) { range in
            for row in range {
                let (y, x) = (y + row * columns, x + row * columns)
                let (mean, scale) = measure(x)
                for i in 0..<columns { y[i] = (x[i] - mean) * scale * gamma[i] + beta[i] }
            }
        }
    }

    /// Σ is over a row of n numbers, but over a column for dγ and dβ:
    ///
    ///     dγ = Σ dy x̂      dβ = Σ dy      g = dy γ      dx = (g - Σ g / n - x̂ Σ g x̂ / n) / √(variance + ε)
    ///
    /// - Parameter dx: nil if it is not needed.
    public func backward(
        _ dx: UnsafeMutablePointer<Float>?, _ dGamma: UnsafeMutablePointer<Float>,
        _ dBeta: UnsafeMutablePointer<Float>, _ dy: UnsafePointer<Float>, _ x: UnsafePointer<Float>
    ) {
        let grain = max(rowGrain, (rows + 15) / 16)
        let blocks = max(1, (rows + grain - 1) / grain)
        let bytes = blocks * 2 * columns * MemoryLayout<Float>.stride
        let parts = Memory.allocate(bytes: bytes).bindMemory(to: Float.self, capacity: blocks * 2 * columns)
        defer { Memory.deallocate(parts) }
        parts.update(repeating: 0, count: blocks * 2 * columns)
        parallelFor(rows, grain: grain) { range in
            let (gammaPart, betaPart) = (
                parts + range.lowerBound / grain * columns, parts + (blocks + range.lowerBound / grain) * columns
            )
            for row in range {
                let start = row * columns
                backwardRow(dx.map { $0 + start }, gammaPart, betaPart, dy + start, x + start)
            }
        }
        reduce(.sum, out: dGamma, parts, outer: 1, count: blocks, inner: columns)
        reduce(.sum, out: dBeta, parts + blocks * columns, outer: 1, count: blocks, inner: columns)
    }

    private func backwardRow(
        _ dx: UnsafeMutablePointer<Float>?, _ dGamma: UnsafeMutablePointer<Float>,
        _ dBeta: UnsafeMutablePointer<Float>, _ dy: UnsafePointer<Float>, _ x: UnsafePointer<Float>
    ) {
        let (mean, scale) = measure(x)
        for i in 0..<columns { dGamma[i] += dy[i] * ((x[i] - mean) * scale) }
        for i in 0..<columns { dBeta[i] += dy[i] }
        guard let dx else { return }
        let gradients = RowGradients(dy: dy, x: x, gamma: gamma, mean: mean, scale: scale)
        let sums = PairSum(gradients, rows: 1, length: columns, stride: 0)
        let (offset, pull) = (Float(sums.first / Double(columns)), Float(sums.second / Double(columns)) * scale)
        for i in 0..<columns { dx[i] = (dy[i] * gamma[i] - offset - (x[i] - mean) * pull) * scale }
    }

    /// Mean and 1 / √(variance + ε) of a row.
    @inline(__always) private func measure(_ x: UnsafePointer<Float>) -> (mean: Float, scale: Float) {
        var sum = LaneSum()
        sum.add(columns, { load(x + $0) }, { x[$0] })
        let (n, near) = (Double(columns), Float(sum.total / Double(columns)))
        let sums = PairSum(Distances(x: x, near: near), rows: 1, length: columns, stride: 0)
        let off = sums.first / n
        return (Float(Double(near) + off), Float(1 / (sums.second / n - off * off + Double(epsilon)).squareRoot()))
    }

    private var rowGrain: Int { max(1, elementGrain / 4 / max(columns, 1)) }
}

/// g = dy γ and g x̂
private struct RowGradients: PairTerms {
    let dy, x, gamma: UnsafePointer<Float>
    let mean, scale: Float

    @inline(__always) func vector(_ place: Int) -> (Vector, Vector) {
        let gradient = load(dy + place) * load(gamma + place)
        return (gradient, gradient * ((load(x + place) - mean) * scale))
    }

    @inline(__always) func scalar(_ place: Int) -> (Float, Float) {
        let gradient = dy[place] * gamma[place]
        return (gradient, gradient * ((x[place] - mean) * scale))
    }
}
