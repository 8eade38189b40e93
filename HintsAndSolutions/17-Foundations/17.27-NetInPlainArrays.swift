// Nudge: Write what you know of one layer as a function forward and a function backward, on lists of rows. The net is
//   a loop over them.
// Idea: Keep what every layer was given. On the way back, a layer's gradients come from what it was given and from
//   the gradient of its output; before the next layer, the gradient passes a ReLU: 0 wherever the layer was given a
//   0.
// Almost: With g the rows of the output's gradient, dw[i][j] = Σₙ x[n][i] · g[n][j], db[j] = Σₙ g[n][j], and dx[n][i]
//   = Σⱼ g[n][j] · w[i][j]. The first g is 2 · (output − y) / items, in rows of one number.

/// Rows times columns, plus a bias for each column.
private func linear(_ x: [[Float]], _ w: [[Float]], _ b: [Float]) -> [[Float]] {
    x.map { row in
        b.indices.map { j in zip(row, w).reduce(b[j]) { sum, pair in sum + pair.0 * pair.1[j] } }
    }
}

private func transposed(_ x: [[Float]]) -> [[Float]] { x[0].indices.map { column in x.map { $0[column] } } }

public func netInPlainArrays(
    x: [[Float]], y: [Float], weights: [[[Float]]], biases: [[Float]]
) throws -> (loss: Float, weights: [[[Float]]], biases: [[Float]]) {
    // What every layer is given, and at the end the output. ReLU stands before every layer but the first.
    var given = [x]
    for layer in weights.indices {
        let output = linear(given[layer], weights[layer], biases[layer])
        let isLast = layer == weights.count - 1
        given.append(isLast ? output : output.map { $0.map { max($0, 0) } })
    }
    let errors = zip(given.last!, y).map { $0[0] - $1 }
    let loss = errors.reduce(0) { $0 + $1 * $1 } / Float(y.count)

    var g = errors.map { [2 * $0 / Float(y.count)] }
    var (dw, db) = (weights, biases)
    for layer in weights.indices.reversed() {
        let zeros = [Float](repeating: 0, count: biases[layer].count)
        dw[layer] = linear(transposed(given[layer]), g, zeros)
        db[layer] = transposed(g).map { $0.reduce(0, +) }
        let inputs = [Float](repeating: 0, count: weights[layer].count)
        let back = linear(g, transposed(weights[layer]), inputs)
        // What a ReLU returned is above 0 where its gradient passes. (In the first layer nobody needs it.)
        g = zip(back, given[layer]).map { row, values in zip(row, values).map { $1 > 0 ? $0 : 0 } }
    }
    return (loss, dw, db)
}
