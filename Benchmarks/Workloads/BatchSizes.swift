// # Costs grow as they should
//
// The time of one item in batches of 1, 2, 4 … 1024: it should fall and then stay.

import Layers
import Tensors
import Training

func batchSizes(_ bench: Bench) throws {
    var random = SplitMix64(seed: bench.seed)
    bench.measureBatches("linear-net", simpleNet(using: &random), item: [784], using: &random)
    bench.measureBatches("small-cnn", digitNet(using: &random), item: [1, 28, 28], using: &random)
}

extension Bench {
    /// Forward alone, and forward and backward, for every batch size.
    fileprivate func measureBatches(
        _ name: String, _ model: any Layer<Tensor, Tensor>, item: [Int], using random: inout SplitMix64
    ) {
        model.eval()  // batch norm cannot learn from one number per channel
        for size in (0...10).map({ 1 << $0 }) {
            let x = Tensor.randn([size] + item, using: &random)
            measureCall("batch-sizes/\(name)/\(size)/forward", items: size, "items", budget: 0.1) {
                noGrad { _ = model(x) }
            }
            measureCall("batch-sizes/\(name)/\(size)/both", items: size, "items", budget: 0.1) {
                model(x).sum().backward()
                model.zeroGrad()
            }
        }
    }
}
