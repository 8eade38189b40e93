import Foundation
import Tensors

extension OperationCase {
    /// [batch, steps, inputs, hidden]. (Larger nets are compared with their formulas in RecurrenceTests.)
    private static let sizes = [[2, 3, 3, 2], [1, 1, 1, 1], [3, 2, 1, 3]]

    static let recurrences: [OperationCase] =
        sizes.flatMap { size in
            [RecurrentActivation.tanh, .relu].map { activation in
                recurrence("rnn \(activation)", size, gates: 1) { x in
                    x[0].rnn(weights(x), from: x[5], activation)
                } reference: { x in
                    x.rnn { activation == .tanh ? tanh($0) : max($0, 0) }
                }
            } + [
                recurrence("gru", size, gates: 3) {
                    $0[0].gru(weights($0), from: $0[5])
                } reference: {
                    $0.gru()
                },
                recurrence("lstm's output", size, gates: 4) {
                    $0[0].lstm(weights($0), from: $0[5], cell: $0[6]).y
                } reference: {
                    $0.lstm().y
                },
                recurrence("lstm's cell", size, gates: 4) {
                    $0[0].lstm(weights($0), from: $0[5], cell: $0[6]).cell
                } reference: {
                    $0.lstm().cell
                },
                recurrence("lstm's output and cell", size, gates: 4) {
                    let (y, cell) = $0[0].lstm(weights($0), from: $0[5], cell: $0[6])
                    return .cat([y.reshaped(-1), cell.reshaped(-1)])
                } reference: {
                    let (y, cell) = $0.lstm()
                    return PlainArray([y.values.count + cell.values.count]) {
                        $0[0] < y.values.count ? y.values[$0[0]] : cell.values[$0[0] - y.values.count]
                    }
                },
            ]
        } + withoutBiases

    private static let withoutBiases: [OperationCase] = [
        recurrence("rnn without biases", [2, 3, 3, 2], gates: 1) {
            $0[0].rnn(weights($0, biases: (false, false)), from: $0[5])
        } reference: { x in
            x.withoutBiases(true, true).rnn { tanh($0) }
        },
        recurrence("gru with one bias", [2, 3, 3, 2], gates: 3) {
            $0[0].gru(weights($0, biases: (false, true)), from: $0[5])
        } reference: {
            $0.withoutBiases(true, false).gru()
        },
        recurrence("lstm with one bias", [2, 3, 3, 2], gates: 4) {
            $0[0].lstm(weights($0, biases: (true, false)), from: $0[5], cell: $0[6]).y
        } reference: {
            $0.withoutBiases(false, true).lstm().y
        },
    ]

    /// Operands: x, input weight, hidden weight, input bias, hidden bias, h, c.
    private static func recurrence(
        _ name: String, _ size: [Int], gates: Int, ours: @escaping @Sendable ([Tensor]) -> Tensor,
        reference: @escaping @Sendable ([PlainArray]) -> PlainArray
    ) -> OperationCase {
        let (batch, steps, inputs, hidden) = (size[0], size[1], size[2], size[3])
        let shapes = [
            [batch, steps, inputs], [gates * hidden, inputs], [gates * hidden, hidden], [gates * hidden],
            [gates * hidden], [batch, hidden], [batch, hidden],
        ]
        // Small enough that relu does not grow without bounds.
        return OperationCase(
            "\(name) \(size)", shapes.map { Operand(shape: $0, range: -0.6...0.6) }, ours: ours, reference: reference)
    }

    private static func weights(_ x: [Tensor], biases: (Bool, Bool) = (true, true)) -> RecurrentWeights {
        RecurrentWeights(
            input: x[1], hidden: x[2], inputBias: biases.0 ? x[3] : nil, hiddenBias: biases.1 ? x[4] : nil)
    }
}

/// The textbook's loops over the operands of a recurrence, one item and one step at a time.
extension [PlainArray] {
    fileprivate func withoutBiases(_ input: Bool, _ hidden: Bool) -> [PlainArray] {
        enumerated().map { $0 == 3 && input || $0 == 4 && hidden ? $1.map { _ in 0 } : $1 }
    }

    fileprivate func rnn(_ f: @escaping (Double) -> Double) -> PlainArray {
        unrolled { x, h, _ in
            (h.indices.map { f(fromInput($0, x) + fromState($0, h)) }, [])
        }.y
    }

    fileprivate func gru() -> PlainArray {
        unrolled { x, h, _ in
            let n = h.count
            let next = h.indices.map { j in
                let r = sigmoid(fromInput(j, x) + fromState(j, h))
                let z = sigmoid(fromInput(j + n, x) + fromState(j + n, h))
                let new = tanh(fromInput(j + 2 * n, x) + r * fromState(j + 2 * n, h))
                return (1 - z) * new + z * h[j]
            }
            return (next, [])
        }.y
    }

    fileprivate func lstm() -> (y: PlainArray, cell: PlainArray) {
        unrolled { x, h, c in
            let n = h.count
            func gate(_ j: Int) -> Double { fromInput(j, x) + fromState(j, h) }
            let cell = h.indices.map { sigmoid(gate($0 + n)) * c[$0] + sigmoid(gate($0)) * tanh(gate($0 + 2 * n)) }
            return (h.indices.map { sigmoid(gate($0 + 3 * n)) * tanh(cell[$0]) }, cell)
        }
    }

    private func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

    /// Row j of wᵢ times x, and row j of wₕ times h, each with its bias.
    private func fromInput(_ j: Int, _ x: [Double]) -> Double {
        x.indices.reduce(self[3].values[j]) { $0 + self[1].values[j * x.count + $1] * x[$1] }
    }
    private func fromState(_ j: Int, _ h: [Double]) -> Double {
        h.indices.reduce(self[4].values[j]) { $0 + self[2].values[j * h.count + $1] * h[$1] }
    }

    private func unrolled(
        _ step: (_ x: [Double], _ h: [Double], _ c: [Double]) -> ([Double], [Double])
    ) -> (y: PlainArray, cell: PlainArray) {
        let (batch, steps, inputs, hidden) = (self[0].shape[0], self[0].shape[1], self[0].shape[2], self[5].shape[1])
        var y = PlainArray([batch, steps, hidden]) { _ in 0 }
        var cells = PlainArray([batch, hidden]) { _ in 0 }
        for b in 0..<batch {
            var (h, c) = ((0..<hidden).map { self[5][[b, $0]] }, (0..<hidden).map { self[6][[b, $0]] })
            for t in 0..<steps {
                (h, c) = step((0..<inputs).map { self[0][[b, t, $0]] }, h, c)
                for j in 0..<hidden { y.values[(b * steps + t) * hidden + j] = h[j] }
            }
            for j in c.indices { cells.values[b * hidden + j] = c[j] }
        }
        return (y, cells)
    }
}
