// Which layers of the body section 1.6 looks at, and what comes out behind them.

import Layers
import Tensors
import Vision

extension FirstModels {
    /// Four layers of the body, from the photo on.
    var layersToLookAt: [Int] {
        get throws {
            let last = try trained.net.body.layers.count - 1
            // In the small net, every second layer is a norm, which belongs to the one before.
            return try pretrained.isLarge ? [0, last / 6, last / 2, last] : [1, 3, 5, last]
        }
    }

    /// What comes out behind a layer of the body.
    func mapsBehind(_ layer: Int, _ x: Tensor) throws -> Tensor {
        try trained.net.body.layers[...layer].reduce(x) { $1($0) }
    }
}
