// # Chapter 13: a convolutional net for all ten digits
//
// 60,000 images in batches of 512, what is left over dropped: 117 steps, one epoch. 30,542 parameters; AdamW with
// decay 0.01, one cycle up to 0.06.

import Layers
import Tensors
import Training

func ch13CNN(_ bench: Bench) throws {
    let digits = try bench.digits()
    try bench.measure("ch13-cnn", items: 117 * 512, "images", metric: "test accuracy") { random in
        let model = digitNet(using: &random)
        let loader = DataLoader(
            TensorDataset(digits.train.x, digits.train.y), batchSize: 512, dropsLast: true, shuffledUsing: &random)
        return Work {
            var optimizer = OneCycle(model, peak: 0.06, weightDecay: 0.01, steps: loader.count)
            for (x, labels) in loader {
                crossEntropy(model(x), labels).backward()
                optimizer.step()
            }
        } judge: {
            model.eval()
            return accuracy(of: model, on: digits.valid)
        }
    }
}

/// Five convolutions that each halve the image, with batch norm: x [n, 1, 28, 28] → scores [n, 10]
func digitNet(using random: inout SplitMix64) -> Sequential {
    let widths = [1, 8, 16, 32, 64, 10]
    let layers = (0..<5).flatMap { i -> [any Layer<Tensor, Tensor>] in
        let side = i == 0 ? 5 : 3
        return [
            Conv2d(
                widths[i], widths[i + 1], kernel: Size2D(side), stride: 2, padding: Size2D(side / 2), using: &random),
            BatchNorm2d(widths[i + 1], activation: i < 4 ? .relu : .none),
        ]
    }
    return Sequential(layers + [Flatten()])
}
