// # Masks: chapter 15

import Layers
import Tensors
import Training
import Vision

/// 16 images of 64 × 64 with 12 classes for each pixel, 10 steps of SGD, learning rate 0.01. The body has 16 to 128
/// channels, and each level of the way up as many as what comes across to it, at least 16.
func ch15UNet(_ bench: Bench) throws {
    var data = SplitMix64(seed: bench.seed)
    let x = Tensor.randn(16, 3, 64, 64, using: &data)
    let labels = IntTensor(shape: [16, 64, 64], (0..<16 * 64 * 64).map { _ in Int.random(in: 0..<12, using: &data) })
    try bench.measure(
        "ch15-unet", items: 10 * 16, "images", metric: "loss on the same batch after 12 steps"
    ) { random in
        let net = DynamicUNet(smallBody(width: 16, using: &random), outputs: 12, least: 16, using: &random)
        let optimizer = SGD(net.parameters, learningRate: 0.01)
        var loss = Tensor(0)
        func learn(_ steps: Int) {
            for _ in 0..<steps {
                loss = crossEntropy(net(x), labels, axis: 1)
                loss.backward()
                optimizer.step()
                optimizer.zeroGrad()
            }
        }
        learn(2)
        return Work {
            learn(10)
        } judge: {
            Double(loss.item)
        }
    }
}
