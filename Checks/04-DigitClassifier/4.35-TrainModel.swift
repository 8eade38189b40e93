import Exercises04
import Layers
import Practice
import Solutions04
import Tensors
import Training

private typealias Batch = (x: Tensor, y: Tensor)

let trainModel = Check(
    "4.35",
    answer(
        "trainModel(_:train:valid:learningRate:epochs:patience:)",
        Exercises04.trainModel(_:train:valid:learningRate:epochs:patience:),
        Solutions04.trainModel(_:train:valid:learningRate:epochs:patience:))
) { trainModel in
    // The first number decides, with some noise; the last batches are smaller than the others.
    var random = SplitMix64(seed: 35)
    func batches(_ sizes: [Int]) -> [Batch] {
        sizes.map { size in
            let x = Tensor.randn(size, 3, using: &random)
            return (x, Tensor(x[0..., 0..<1] + 0.3 * Tensor.randn(size, 1, using: &random) .> 0))
        }
    }
    let (train, valid) = (batches([16, 16, 5]), batches([16, 16, 3]))
    for (rate, epochs, patience) in [(0.5, 6, 6), (0.5, 0, 1), (0, 10, 3), (4, 60, 1), (4, 60, 3), (0.2, 60, 2)] {
        var random = SplitMix64(seed: 5)
        let (model, twin) = (Linear(3, 1, using: &random), Linear(3, 1, using: &random))
        twin.weight.assign(model.weight.value)
        twin.bias!.assign(model.bias!.value)
        let accuracies = try trainModel(model, train, valid, Float(rate), epochs, patience)
        let expected = trained(twin, train, valid, Float(rate), epochs, patience)
        try expectEqual(accuracies.its("number of epochs", \.count), expected.count)
        try expectClose(accuracies.its("accuracy after each epoch", \.self), expected)
        for (name, found, ours) in [("weight", model.weight, twin.weight), ("bias", model.bias!, twin.bias!)] {
            try expectClose(
                accuracies.its("\(name) at the end") { _ in found.value.detached() }, ours.value.detached(),
                tolerance: 1e-4)
            try expectEqual(accuracies.its("gradient of \(name) at the end") { _ in found.grad?.scalars }, nil)
        }
    }
}

/// The same with the engine's optimizer and all accuracies of all epochs; then it is cut where patience ends.
private func trained(
    _ model: Linear, _ train: [Batch], _ valid: [Batch], _ rate: Float, _ epochs: Int, _ patience: Int
) -> [Float] {
    let optimizer = SGD(model.parameters, learningRate: rate)
    let items = valid.reduce(0) { $0 + $1.y.count }
    var accuracies: [Float] = []
    for _ in 0..<epochs {
        for (x, y) in train {
            let p = model(x).sigmoid()
            Tensor.where(y .== 1, 1 - p, p).mean().backward()
            optimizer.step()
            optimizer.zeroGrad()
        }
        let right = valid.reduce(0) { right, batch in
            right + zip(model(batch.x).scalars, batch.y.scalars).count { ($0 > 0) == ($1 == 1) }
        }
        accuracies.append(Float(right) / Float(items))
        let best = accuracies.firstIndex(of: accuracies.max()!)!
        if accuracies.count - 1 - best == patience { break }
    }
    return accuracies
}
