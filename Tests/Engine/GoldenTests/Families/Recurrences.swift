// RNN, GRU and LSTM as operations, and as cells and nets.

import Layers
import Tensors

extension GoldenFamily {
    // Up to 7 steps, each a sum of up to 40 products, and the gradient comes back through all of them.
    static let recurrences = GoldenFamily(
        name: "recurrences", value: .largest(1e-6), gradient: .largest(5e-6),
        cases: gated + rectified)

    private static let gated: [GoldenCase] =
        ["", " of one", " odd", " wide", " batch"].flatMap { word -> [GoldenCase] in
            [
                GoldenCase("rnn\(word)") { $0.x.rnn(weights($0), from: $0.h.squeezed(0)) },
                GoldenCase("gru\(word)") { $0.x.gru(weights($0), from: $0.h.squeezed(0)) },
                GoldenCase(
                    "lstm\(word)",
                    of: {
                        let (y, cell) = $0.x.lstm(weights($0), from: $0.h.squeezed(0), cell: $0.c.squeezed(0))
                        return [y, cell.unsqueezed(0)]
                    }),
            ]
        }

    private static let rectified: [GoldenCase] = ["", " of one", " odd", " batch"].map { word in
        GoldenCase("rnn relu\(word)") { $0.x.rnn(weights($0), from: $0.h.squeezed(0), .relu) }
    }

    private static func weights(_ g: Golden) -> RecurrentWeights {
        RecurrentWeights(input: g.inputWeight, hidden: g.hiddenWeight, inputBias: g.inputBias, hiddenBias: g.hiddenBias)
    }

    static let recurrentLayers = cells + nets

    private static let cells: [GoldenCase] =
        [
            GoldenCase("RNNCell") { g in
                g.loaded { RNNCell(3, 5, using: &$0) }(g.x.squeezed(1), g.h.squeezed(0)).unsqueezed(0)
            },
            GoldenCase("GRUCell") { g in
                g.loaded { GRUCell(3, 5, using: &$0) }(g.x.squeezed(1), g.h.squeezed(0)).unsqueezed(0)
            },
            GoldenCase(
                "LSTMCell",
                of: { g in
                    let state = LSTMState(hidden: g.h.squeezed(0), cell: g.c.squeezed(0))
                    let next = g.loaded { LSTMCell(3, 5, using: &$0) }(g.x.squeezed(1), state)
                    return [next.hidden.unsqueezed(0), next.cell.unsqueezed(0)]
                }),
            GoldenCase(
                "RNN relu",
                of: { g in
                    twice(g, g.loaded { RNN(4, 5, layers: 2, activation: .relu, using: &$0) })
                }),
            GoldenCase(
                "RNN truncated",
                of: { g in
                    let net = g.loaded { RNN(4, 5, using: &$0) }
                    let (y, state) = net(g.x, nil)
                    return [y, net(g.more, state.detached()).output]
                }),
            GoldenCase(
                "GRU truncated",
                of: { g in
                    let net = g.loaded { GRU(4, 5, using: &$0) }
                    let (y, state) = net(g.x, nil)
                    return [y, net(g.more, state.detached()).output]
                }),
            GoldenCase(
                "LSTM truncated",
                of: { g in
                    let net = g.loaded { LSTM(4, 5, using: &$0) }
                    let (y, state) = net(g.x, nil)
                    return [y, net(g.more, state.detached()).output]
                }),
        ]

    private static let nets: [GoldenCase] =
        [("", true), (" without bias", false)].flatMap { (word: String, bias: Bool) -> [GoldenCase] in
            [
                GoldenCase(
                    "RNN\(word)", of: { g in twice(g, g.loaded { RNN(4, 5, layers: 2, bias: bias, using: &$0) }) }),
                GoldenCase(
                    "GRU\(word)",
                    of: { g in
                        let net = g.loaded { GRU(4, 5, layers: 2, bias: bias, using: &$0) }
                        let (y, state) = net(g.x, g.h)
                        let (more, end) = net(g.more, state)
                        return [y, more, end]
                    }),
                GoldenCase(
                    "LSTM\(word)",
                    of: { g in
                        let net = g.loaded { LSTM(4, 5, layers: 2, bias: bias, using: &$0) }
                        let (y, state) = net(g.x, LSTMState(hidden: g.h, cell: g.c))
                        let (more, end) = net(g.more, state)
                        return [y, more, end.hidden, end.cell]
                    }),
            ]
        }

    /// Two batches in turn: the second begins where the first ended.
    private static func twice(_ g: Golden, _ net: RNN) -> [Tensor] {
        let (y, state) = net(g.x, g.h)
        let (more, end) = net(g.more, state)
        return [y, more, end]
    }
}
