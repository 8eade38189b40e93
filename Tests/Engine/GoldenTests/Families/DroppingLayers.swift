// The dropouts of AWD-LSTM where nothing is left to chance: in use, and where everything is dropped.

import Layers
import Tensors

extension GoldenFamily {
    static let droppingLayers: [GoldenCase] = [
        GoldenCase("LockedDropout in use") { g in
            let layer = g.loaded { LockedDropout(0.5, using: &$0) }
            layer.eval()
            return layer(g.x)
        },
        GoldenCase("EmbeddingDropout in use") { g in
            let layer = g.loaded { EmbeddingDropout(Embedding(6, 4, using: &$0), 0.5, using: &$0) }
            layer.eval()
            return layer(g.ints("ids"))
        },
        GoldenCase("EmbeddingDropout of all") { g in
            g.loaded { EmbeddingDropout(Embedding(6, 4, using: &$0), 1, using: &$0) }(g.ints("ids"))
        },
        GoldenCase("WeightDroppedLSTM in use") { g in
            let net = g.loaded { WeightDroppedLSTM(4, 5, layers: 2, weightDropout: 0.5, using: &$0) }
            net.eval()
            return net(g.x)
        },
        GoldenCase("WeightDroppedLSTM of all") { g in
            g.loaded { WeightDroppedLSTM(4, 5, layers: 2, weightDropout: 1, using: &$0) }(g.x)
        },
    ]
}
