// The one model of this chapter: logistic regression, a single neuron with a sigmoid, as chapter 4 builds it. It is
// trained by Newton's method instead of small steps, so that hundreds of them are trained in a second and no learning
// rate has to be chosen.

import Tensors

/// A probability from some numbers: the sigmoid of a weighted sum.
public struct LogisticModel: Sendable {
    /// The weight of each number.
    public let weights: [Double]
    public let bias: Double

    /// Finds the weights with the largest likelihood.
    ///
    /// Each of Newton's steps solves XᵀWX · step = Xᵀ(t - p), where p are the probabilities so far and W has p(1 - p)
    /// on its diagonal. A thousandth is added to the diagonal, so that a column that tells everything, or nothing, does
    /// no harm.
    /// - Parameters:
    ///   - x: [rows, numbers]
    ///   - targets: 0 or 1 for each row.
    ///   - rowWeights: how many times each row counts; nil for once.
    public init(_ x: Tensor, _ targets: Tensor, rowWeights: Tensor? = nil, steps: Int = 8) {
        let rows = x.shape[0], columns = x.shape[1] + 1
        let inputs = Tensor.cat([x, Tensor.ones(rows, 1)], axis: 1)
        let counts = rowWeights ?? Tensor.ones(rows)
        var found = [Double](repeating: 0, count: columns)
        for _ in 0..<steps {
            let p = inputs.matmul(Tensor(found.map(Float.init))).sigmoid()
            let weighted = inputs * (counts * p * (1 - p)).unsqueezed(1)
            let slope = inputs.transposed().matmul(counts * (targets - p)).scalars.map(Double.init)
            let curvature = inputs.transposed().matmul(weighted).scalars.map(Double.init)
            var matrix = (0..<columns).map { row in Array(curvature[row * columns..<(row + 1) * columns]) }
            for place in 0..<columns { matrix[place][place] += 1e-3 }
            let step = solved(matrix, slope.enumerated().map { $1 - 1e-3 * found[$0] })
            for place in 0..<columns { found[place] += step[place] }
        }
        (weights, bias) = (Array(found.dropLast()), found.last!)
    }

    /// The probabilities of rows. [rows, numbers] → one for each
    public func probabilities(_ x: Tensor) -> [Float] {
        (x.matmul(Tensor(weights.map(Float.init))) + Float(bias)).sigmoid().scalars
    }
}

/// Solves matrix · x = right by Gaussian elimination. The matrix is symmetric with a positive diagonal.
func solved(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
    var (a, b) = (matrix, right)
    let n = b.count
    for pivot in 0..<n {
        for row in pivot + 1..<n {
            let factor = a[row][pivot] / a[pivot][pivot]
            for column in pivot..<n { a[row][column] -= factor * a[pivot][column] }
            b[row] -= factor * b[pivot]
        }
    }
    for row in (0..<n).reversed() {
        for column in row + 1..<n { b[row] -= a[row][column] * b[column] }
        b[row] /= a[row][row]
    }
    return b
}

/// As many numbers around 0 with the spread 1.
func normals(_ count: Int, using random: inout SplitMix64) -> [Float] {
    Tensor.randn(count, using: &random).scalars
}
