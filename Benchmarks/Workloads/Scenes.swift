// # The generated scenes: how fast they are drawn, and how hard they are
//
// 1,000 scenes of 64 × 64 pixels. Then 6,000 for training and 1,000 others for validation, ten classes: a linear model
// of all pixels, which should fail, and a small convolutional net, which should do well within a minute. (There is
// nothing of the kind in PyTorch, so these rows have no rival.)

import Datasets
import Layers
import Tensors
import Training

func scenes(_ bench: Bench) throws {
    try bench.measure("scenes-drawn", items: 1000, "scenes", metric: "mean of all pixels") { random in
        var (seed, mean) = (random.next(), 0.0)
        return Work {
            let images = try GeneratedScenes(count: 1000, size: 64, seed: seed).images
            (seed, mean) = (seed &+ 1, Double(Tensor(images).mean().item))
        } judge: {
            mean
        }
    }
    guard bench.wants("scenes-linear") || bench.wants("scenes-cnn") else { return }
    let (train, valid) = (try pictures(6000, .train), try pictures(1000, .valid))
    for (workload, makesNet) in [("scenes-linear", false), ("scenes-cnn", true)] {
        let epochs = makesNet ? 10 : 5
        try bench.measure(workload, items: epochs * train.y.count, "images", metric: "test accuracy") { random in
            let model = makesNet ? sceneNet(using: &random) : linearModel(using: &random)
            let loader = DataLoader(
                TensorDataset(train.x, train.y), batchSize: 64, dropsLast: true, shuffledUsing: &random)
            return Work {
                var optimizer = OneCycle(
                    model, peak: makesNet ? 0.01 : 0.0003, weightDecay: 0.01, steps: epochs * loader.count)
                for _ in 0..<epochs {
                    for (x, labels) in loader {
                        crossEntropy(model(x), labels).backward()
                        optimizer.step()
                    }
                }
            } judge: {
                model.eval()
                return accuracy(of: model, on: valid)
            }
        }
    }
}

/// Scenes [n, 3, 64, 64] around 0, with their classes.
private func pictures(_ count: Int, _ part: ScenePart) throws -> (x: Tensor, y: IntTensor) {
    let scenes = try GeneratedScenes(count: count, size: 64, part: part)
    return (Tensor(scenes.images.permuted(0, 3, 1, 2)) / 127.5 - 1, IntTensor(scenes.labels))
}

private func linearModel(using random: inout SplitMix64) -> Sequential {
    Sequential(Flatten(), Linear(3 * 64 * 64, 10, using: &random))
}

/// Four convolutions that each halve the image, with batch norm; the mean over what is left; a linear layer.
private func sceneNet(using random: inout SplitMix64) -> Sequential {
    let widths = [3, 32, 64, 128, 256]
    let layers = (0..<4).flatMap { i -> [any Layer<Tensor, Tensor>] in
        [
            Conv2d(widths[i], widths[i + 1], kernel: 3, stride: 2, padding: 1, bias: false, using: &random),
            BatchNorm2d(widths[i + 1], activation: .relu),
        ]
    }
    return Sequential(layers + [AdaptiveAveragePool2d(1), Flatten(), Linear(256, 10, using: &random)])
}
