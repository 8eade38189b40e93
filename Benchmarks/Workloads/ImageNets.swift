// # Large nets on one random batch: chapters 4, 5, 14 and 19

import Layers
import Tensors
import Training

/// 64 images of 28 × 28 with one channel, 10 steps of AdamW, learning rate 0.001. The net is that of section 4.16.
func ch04ResNet18Train(_ bench: Bench) throws {
    try bench.learnOneBatch(
        "ch04-resnet18-train", images: [64, 1, 28, 28], learningRate: 0.001, steps: 10, items: 10 * 64, "images",
        optimizer: { AdamW($0, learningRate: $1) }
    ) { paperResNet18(channels: 1, classes: 10, using: &$0) }
}

/// 32 images of 160 × 160, the features alone.
func ch05MobileNetInfer(_ bench: Bench) {
    bench.look("ch05-mobilenet-infer", at: [32, 3, 160, 160]) { MobileNetV2(classes: 10, using: &$0).features }
}

/// 32 images of 160 × 160, 6 steps, learning rate 0.01.
func ch05MobileNetTrain(_ bench: Bench) throws {
    try bench.learnOneBatch(
        "ch05-mobilenet-train", images: [32, 3, 160, 160], learningRate: 0.01, steps: 6, items: 6 * 32, "images"
    ) { MobileNetV2(classes: 10, using: &$0) }
}

/// 32 images of 128 × 128, 6 steps, learning rate 0.01.
func ch14ResNet18Train(_ bench: Bench) throws {
    try bench.learnOneBatch(
        "ch14-resnet18-train", images: [32, 3, 128, 128], learningRate: 0.01, steps: 6, items: 6 * 32, "images"
    ) { resNet([2, 2, 2, 2], bottleneck: false, using: &$0) }
}

func ch14ResNet18Infer(_ bench: Bench) {
    bench.look("ch14-resnet18-infer", at: [32, 3, 128, 128]) { resNet([2, 2, 2, 2], bottleneck: false, using: &$0) }
}

func ch14ResNet50Infer(_ bench: Bench) {
    bench.look("ch14-resnet50-infer", at: [8, 3, 128, 128]) { resNet([3, 4, 6, 3], bottleneck: true, using: &$0) }
}

func ch14ResNet50LargeInfer(_ bench: Bench) {
    bench.look("ch14-resnet50-224-infer", at: [8, 3, 224, 224]) { resNet([3, 4, 6, 3], bottleneck: true, using: &$0) }
}

/// 64 images of 160 × 160, 20 steps, learning rate 0.1; 98,730 parameters.
func ch19Learner(_ bench: Bench) throws {
    try bench.learnOneBatch(
        "ch19-learner", images: [64, 3, 160, 160], learningRate: 0.1, steps: 20, items: 20, "steps", net: plainNet)
}

/// Four convolutions that each halve the image, and the mean over what is left.
private func plainNet(using random: inout SplitMix64) -> Sequential {
    let widths = [3, 16, 32, 64, 128]
    let layers = (0..<4).flatMap { i -> [any Layer<Tensor, Tensor>] in
        let convolution = Conv2d(widths[i], widths[i + 1], kernel: 3, stride: 2, padding: 1, using: &random)
        convolution.weight.initialize(.kaimingNormal(), using: &random)
        convolution.bias?.initialize(.zeros, using: &random)
        return [convolution, ReLU()]
    }
    return Sequential(layers + [AdaptiveAveragePool2d(1), Flatten(), Linear(128, 10, using: &random)])
}

extension Bench {
    /// Memorizes one batch: two steps before the clock starts, then those that are timed.
    fileprivate func learnOneBatch(
        _ workload: String, images shape: [Int], learningRate: Float, steps: Int, items: Int, _ unit: String,
        optimizer: ([Parameter], Float) -> any Optimizer = { SGD($0, learningRate: $1) },
        net: (inout SplitMix64) -> any Layer<Tensor, Tensor>
    ) throws {
        var data = SplitMix64(seed: seed)
        let x = Tensor.randn(shape, using: &data)
        let labels = IntTensor((0..<shape[0]).map { _ in Int.random(in: 0..<10, using: &data) })
        let metric = "loss on the same batch after \(steps + 2) steps"
        try measure(workload, items: items, unit, metric: metric) { random in
            let model = net(&random)
            let optimizer = optimizer(model.parameters, learningRate)
            var loss = Tensor(0)
            func learn(_ steps: Int) {
                for _ in 0..<steps {
                    loss = crossEntropy(model(x), labels)
                    loss.backward()
                    optimizer.step()
                    optimizer.zeroGrad()
                }
            }
            learn(2)
            return Work {
                learn(steps)
            } judge: {
                Double(loss.item)
            }
        }
    }

    /// A forward pass in evaluation mode, nothing recorded.
    fileprivate func look(_ workload: String, at shape: [Int], net: (inout SplitMix64) -> any Layer<Tensor, Tensor>) {
        guard wants(workload) else { return }
        var random = SplitMix64(seed: seed)
        let (model, x) = (net(&random), Tensor.randn(shape, using: &random))
        model.eval()
        measureCall(workload, items: shape[0], "images", budget: 1) { noGrad { _ = model(x) } }
    }
}
