import TestSupport
import Testing

@testable import Tensors

/// One size of net and batch, with random weights.
private struct Net: CustomTestStringConvertible {
    let batch, steps, inputs, hidden: Int
    var testDescription: String { "[\(batch), \(steps), \(inputs)] → \(hidden)" }

    /// The usual; one item; blocks of items; remainders of every block; a net whose threads share the work of a step.
    static let all = [
        Net(batch: 4, steps: 3, inputs: 5, hidden: 8), Net(batch: 1, steps: 7, inputs: 3, hidden: 21),
        Net(batch: 64, steps: 4, inputs: 16, hidden: 32), Net(batch: 37, steps: 3, inputs: 2, hidden: 67),
        Net(batch: 19, steps: 2, inputs: 30, hidden: 290), Net(batch: 0, steps: 2, inputs: 3, hidden: 4),
    ]

    /// x, input weight, hidden weight, both biases, h and c, as leaves of a graph.
    func operands(gates: Int, seed: UInt64) -> [Tensor] {
        var random = SplitMix64(seed: seed)
        let bound = 1.5 / Float(hidden).squareRoot()
        return [
            [batch, steps, inputs], [gates * hidden, inputs], [gates * hidden, hidden], [gates * hidden],
            [gates * hidden], [batch, hidden], [batch, hidden],
        ].map { Tensor.rand($0, low: -bound, high: bound, using: &random).requiringGrad() }
    }

    static func weights(_ x: [Tensor]) -> RecurrentWeights {
        RecurrentWeights(input: x[1], hidden: x[2], inputBias: x[3], hiddenBias: x[4])
    }
}

/// The formulas, one recorded operation each.
private enum Composed {
    static func rnn(_ o: [Tensor], _ f: (Tensor) -> Tensor) -> Tensor {
        steps(o) { x, h in f(x.linear(o[1], o[3]) + h.linear(o[2], o[4])) }
    }

    static func gru(_ o: [Tensor]) -> Tensor {
        steps(o) { x, h in
            let (a, b) = (x.linear(o[1], o[3]).chunked(3, axis: 1), h.linear(o[2], o[4]).chunked(3, axis: 1))
            let (r, z) = ((a[0] + b[0]).sigmoid(), (a[1] + b[1]).sigmoid())
            return (1 - z) * (a[2] + r * b[2]).tanh() + z * h
        }
    }

    static func lstm(_ o: [Tensor]) -> (y: Tensor, cell: Tensor) {
        var c = o[6]
        let y = steps(o) { x, h in
            let g = (x.linear(o[1], o[3]) + h.linear(o[2], o[4])).chunked(4, axis: 1)
            c = g[1].sigmoid() * c + g[0].sigmoid() * g[2].tanh()
            return g[3].sigmoid() * c.tanh()
        }
        return (y, c)
    }

    private static func steps(_ o: [Tensor], _ step: (Tensor, Tensor) -> Tensor) -> Tensor {
        var h = o[5]
        return .stack(
            (0..<o[0].shape[1]).map { t in
                h = step(o[0][0..., t], h)
                return h
            }, axis: 1)
    }
}

@Suite struct `A recurrent net in one operation` {
    @Test(arguments: Net.all, Seeds.all) fileprivate func `is the loop over its formula`(_ net: Net, seed: UInt64) {
        for activation in [RecurrentActivation.tanh, .relu] {
            compare(net, gates: 1, seed) {
                $0[0].rnn(Net.weights($0), from: $0[5], activation)
            } _: { o in
                Composed.rnn(o) { activation == .tanh ? $0.tanh() : $0.relu() }
            }
        }
        compare(net, gates: 3, seed) {
            $0[0].gru(Net.weights($0), from: $0[5])
        } _: {
            Composed.gru($0)
        }
        compare(net, gates: 4, seed) {
            let (y, cell) = $0[0].lstm(Net.weights($0), from: $0[5], cell: $0[6])
            return .cat([y.reshaped(-1), cell.reshaped(-1)])
        } _: {
            let (y, cell) = Composed.lstm($0)
            return .cat([y.reshaped(-1), cell.reshaped(-1)])
        }
    }

    /// Values and gradients of both; relative to the largest, since sums of hundreds of terms are rounded.
    private func compare(
        _ net: Net, gates: Int, _ seed: UInt64, _ fused: ([Tensor]) -> Tensor, _ composed: ([Tensor]) -> Tensor
    ) {
        let found = pass(net.operands(gates: gates, seed: seed), seed, fused)
        let expected = pass(net.operands(gates: gates, seed: seed), seed, composed)
        for (a, b) in zip(found, expected) where b.count > 0 {
            expectClose(a, b, absolute: 2e-6 * Double(max(1, b.abs().max().item)), relative: 1e-5)
        }
    }

    private func pass(_ operands: [Tensor], _ seed: UInt64, _ body: ([Tensor]) -> Tensor) -> [Tensor] {
        var random = SplitMix64(seed: seed &+ 1)
        let y = body(operands)
        (y * .rand(y.shape, low: -1, high: 1, using: &random)).sum().backward()
        return [y.detached()] + operands.map { $0.grad ?? .zeros($0.shape) }
    }

    @Test(arguments: [[0], [1], [0, 1], [1, 0]]) func `passes on a gradient from either result`(_ used: [Int]) {
        let net = Net.all[0]
        let (a, b) = (net.operands(gates: 4, seed: 5), net.operands(gates: 4, seed: 5))
        let found = a[0].lstm(Net.weights(a), from: a[5], cell: a[6])
        let expected = Composed.lstm(b)
        used.map { [found.y, found.cell][$0].squared().sum() }.reduce(Tensor(0), +).backward()
        used.map { [expected.y, expected.cell][$0].squared().sum() }.reduce(Tensor(0), +).backward()
        for (a, b) in zip(a, b) { expectClose(a.grad!, b.grad!, absolute: 2e-6, relative: 1e-5) }
    }

    @Test func `can be walked backward twice`() {
        let o = Net.all[0].operands(gates: 4, seed: 6)
        let (y, cell) = o[0].lstm(Net.weights(o), from: o[5], cell: o[6])
        let loss = y.sum() + cell.sum()
        loss.backward(retainGraph: true)
        let once = o.map { $0.grad!.scalars }
        loss.backward()
        for (o, once) in zip(o, once) { #expect(o.grad!.scalars == once.map { 2 * $0 }) }
    }

    @Test func `computes the same where nothing is recorded, and keeps nothing there`() {
        let o = Net.all[2].operands(gates: 4, seed: 7)
        let (y, cell) = o[0].lstm(Net.weights(o), from: o[5], cell: o[6])
        let (plainY, plainCell) = noGrad { o[0].lstm(Net.weights(o), from: o[5], cell: o[6]) }
        #expect(plainY.scalars == y.scalars && plainCell.scalars == cell.scalars && plainY.gradFn == nil)
        // Where they are kept, the last cell comes after all the others.
        #expect(cell.array.offset > 0 && plainCell.array.offset == 0)
    }

    @Test func `continues where it stopped`() {
        let o = Net.all[0].operands(gates: 4, seed: 8).map { $0.detached() }
        let whole = o[0].lstm(Net.weights(o), from: o[5], cell: o[6])
        let first = o[0][0..., ..<1].lstm(Net.weights(o), from: o[5], cell: o[6])
        let rest = o[0][0..., 1...].lstm(Net.weights(o), from: first.y[0..., -1], cell: first.cell)
        expectClose(.cat([first.y, rest.y], axis: 1), whole.y)
        expectClose(rest.cell, whole.cell)
    }

    @Test func `lets NaN through to its own item only`() {
        let o = Net.all[0].operands(gates: 4, seed: 9).map { $0.detached() }
        var x = o[0]
        x[1, 0, 0] = Tensor(.nan)
        let y = x.lstm(Net.weights(o), from: o[5], cell: o[6]).y
        #expect(y[1].scalars.allSatisfy(\.isNaN) && y[0].scalars.allSatisfy(\.isFinite))
    }
}
