// # Without a tensor
//
// Section 17.10 · After this page you have seen the little net forward and backward with nothing but arrays of numbers.

import Notebook
import Tensors

// How much of this net is the tensor's doing? The book's last suggestion is to go through the chapter with another
// library. Here is the other end: no library at all. A matrix is an array of numbers, row after row. The sums over
// indices that section 17.9 has derived become loops, and all that is needed is one product:

/// The little net in arrays and loops.
public enum WithPlainArrays {
    /// Σ over k of a[m, k] · b[k, n], where each matrix may be read by columns instead of by rows.
    static func product(
        _ a: [Float], _ b: [Float], _ m: Int, _ k: Int, _ n: Int, aByColumns: Bool = false, bByColumns: Bool = false
    ) -> [Float] {
        var result = [Float](repeating: 0, count: m * n)
        for row in 0..<m {
            for step in 0..<k {
                let left = a[aByColumns ? step * m + row : row * k + step]
                if left == 0 { continue }
                for column in 0..<n {
                    result[row * n + column] += left * b[bByColumns ? column * k + step : step * n + column]
                }
            }
        }
        return result
    }

    /// x · w + b for `items` rows.
    static func linear(_ x: [Float], _ w: [Float], _ b: [Float], items: Int) -> [Float] {
        let sums = product(x, w, items, x.count / items, b.count)
        return sums.indices.map { sums[$0] + b[$0 % b.count] }
    }

    /// The sum of each column.
    static func columnSums(_ g: [Float], columns: Int) -> [Float] {
        (0..<columns).map { column in stride(from: column, to: g.count, by: columns).reduce(0) { $0 + g[$1] } }
    }
}

// Reading by columns is what a transpose is: the same numbers with other strides (section 17.1). `left == 0` skips a
// row of work where ReLU has left a zero. That changes no sum, as long as all numbers are finite: 0 · ∞ is no number.
//
// The rest is section 17.9 once more. Each gradient is one line, in the same order as there:

extension WithPlainArrays {
    public static func gradients(of net: LittleNet) -> LittleNetGradients {
        let (x, y, w1, b1) = (net.x.scalars, net.y.scalars, net.w1.scalars, net.b1.scalars)
        let (w2, b2, items, inputs, width) = (net.w2.scalars, net.b2.scalars, y.count, net.x.shape[1], b1.count)

        let l1 = linear(x, w1, b1, items: items)
        let l2 = l1.map { max($0, 0) }
        let output = linear(l2, w2, b2, items: items)
        let errors = zip(output, y).map { $0 - $1 }
        let loss = errors.reduce(0) { $0 + $1 * $1 } / Float(items)

        let dOutput = errors.map { 2 * $0 / Float(items) }
        let dL2 = product(dOutput, w2, items, 1, width, bByColumns: true)
        let dL1 = zip(dL2, l1).map { $1 > 0 ? $0 : 0 }
        return LittleNetGradients(
            loss: Tensor(loss),
            x: Tensor(
                shape: net.x.shape, product(dL1, w1, items, width, inputs, bByColumns: true)),
            w1: Tensor(shape: net.w1.shape, product(x, dL1, inputs, items, width, aByColumns: true)),
            b1: Tensor(columnSums(dL1, columns: width)),
            w2: Tensor(shape: net.w2.shape, product(l2, dOutput, width, items, 1, aByColumns: true)),
            b2: Tensor(columnSums(dOutput, columns: 1)))
    }
}

extension Foundations {
    func plainArrays() {
        // The tensors at the end only carry the results. Are they the same?
        let net = LittleNet(seed: run.seed)
        let (functions, arrays) = (WithFunctions.gradients(of: net), WithPlainArrays.gradients(of: net))
        show(functions.loss, "the loss of the version in functions")
        show(arrays.loss, "the loss in plain arrays")
        show(
            arrays.largestDifferences(from: functions), "largest differences of the gradients of x, w1, b1, w2 and b2")

        // They agree but for rounding: the sums are the same, added in another order. So what did the tensor do? It
        // spared us the index arithmetic, and it is fast. The mathematics is all here, in fewer than fifty lines.
        // (Exercise 17.27 asks for the same with any number of layers.)
    }
}
