// RNN, GRU and LSTM that read from both ends, with weights by PyTorch's names.

import Layers
import Tensors

extension GoldenFamily {
    static let bidirectionalLayers: [GoldenCase] =
        [("", true), (" without bias", false)].flatMap { (word: String, bias: Bool) -> [GoldenCase] in
            [
                GoldenCase(
                    "RNN both ways\(word)",
                    of: { g in
                        let net = g.loadedFromTorch {
                            RNN(4, 5, layers: 2, bias: bias, bidirectional: true, using: &$0)
                        }
                        let (y, state) = net(g.x, g.h)
                        let (more, end) = net(g.more, state)
                        return [y, more, end]
                    }),
                GoldenCase(
                    "GRU both ways\(word)",
                    of: { g in
                        let net = g.loadedFromTorch {
                            GRU(4, 5, layers: 2, bias: bias, bidirectional: true, using: &$0)
                        }
                        let (y, state) = net(g.x, g.h)
                        let (more, end) = net(g.more, state)
                        return [y, more, end]
                    }),
                GoldenCase(
                    "LSTM both ways\(word)",
                    of: { g in
                        let net = g.loadedFromTorch {
                            LSTM(4, 5, layers: 2, bias: bias, bidirectional: true, using: &$0)
                        }
                        let (y, state) = net(g.x, LSTMState(hidden: g.h, cell: g.c))
                        let (more, end) = net(g.more, state)
                        return [y, more, end.hidden, end.cell]
                    }),
            ]
        } + [
            GoldenCase("RNN both ways from nothing") { g in
                g.loadedFromTorch { RNN(4, 5, bidirectional: true, using: &$0) }(g.x)
            },
            GoldenCase("GRU both ways from nothing") { g in
                g.loadedFromTorch { GRU(4, 5, bidirectional: true, using: &$0) }(g.x)
            },
            GoldenCase("LSTM both ways from nothing") { g in
                g.loadedFromTorch { LSTM(4, 5, bidirectional: true, using: &$0) }(g.x)
            },
        ]
}
