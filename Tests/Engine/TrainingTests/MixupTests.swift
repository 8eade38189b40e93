// Mixup, and the random shares that it draws.

import Layers
import Tensors
import TestSupport
import Testing

@testable import Training

private func moments(_ numbers: [Double]) -> (mean: Double, variance: Double) {
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    return (mean, numbers.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(numbers.count))
}

@Suite struct `Random shares` {
    @Test(arguments: [(0.1, 0.1), (0.4, 0.4), (1, 1), (2, 5), (30, 30), (0.5, 3)])
    func `have the mean and the variance of their distribution`(_ a: Double, _ b: Double) {
        var random = SplitMix64(seed: 7)
        let (mean, variance) = moments((0..<20_000).map { _ in random.beta(a, b) })
        let expected = a * b / ((a + b) * (a + b) * (a + b + 1))
        #expect(abs(mean - a / (a + b)) < 4 * (expected / 20_000).squareRoot())
        #expect(abs(variance / expected - 1) < 0.05)
    }

    @Test func `are even for Beta(1, 1)`() {
        var random = SplitMix64(seed: 8)
        var counts = [Int](repeating: 0, count: 10)
        for _ in 0..<20_000 { counts[Int(random.beta(1, 1) * 10)] += 1 }
        #expect(counts.allSatisfy { abs($0 - 2000) < 200 })
    }

    @Test func `are finite where both draws are too small for a number`() {
        var random = SplitMix64(seed: 9)
        let shares = (0..<200).map { _ in random.beta(1e-4, 1e-4) }
        #expect(
            shares.allSatisfy { (0...1).contains($0) } && shares.contains { $0 < 1e-9 }
                && shares.contains { $0 > 0.999 })
    }

    @Test(arguments: [0.3, 1, 4.5])
    func `come from draws whose mean and variance are the shape`(_ shape: Double) {
        var random = SplitMix64(seed: 10)
        let (mean, variance) = moments((0..<40_000).map { _ in random.gamma(shape) })
        #expect(abs(mean / shape - 1) < 0.03 && abs(variance / shape - 1) < 0.08)
    }
}

/// Keeps what a batch was when its loss was there.
private final class Witness: Callback {
    let order = 10
    var (inputs, losses, soft): ([Tensor], [Float], [Float]) = ([], [], [])
    var validLosses: [Float] = []
    let mixup: Mixup?

    init(_ mixup: Mixup?) { self.mixup = mixup }

    func after<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        guard phase == .loss, let learner = learner as? Learner<Tensor, IntTensor> else { return }
        if !learner.isTraining { return validLosses.append(learner.batchLoss.item) }
        inputs.append(learner.inputs!)
        losses.append(learner.batchLoss.item)
        guard let mixup else { return }
        let (rows, share) = (Tensor.eye(3), mixup.shares.unsqueezed(1))
        let targets = share * rows.rows(learner.targets!.scalars) + (1 - share) * rows.rows(mixup.otherLabels.scalars)
        soft.append(crossEntropy(learner.predictions, targets).item)
    }
}

private func learner(_ callbacks: [any Callback], rate: Float = 0.1) -> Learner<Tensor, IntTensor> {
    var random = SplitMix64(seed: 3)
    let x = Tensor.randn(12, 2, 2, using: &random)
    let data = TensorDataset(x, IntTensor((0..<12).map { $0 % 3 }))
    let model = Sequential(Flatten(), Linear(4, 3, using: &random))
    return Learner(
        DataLoaders(DataLoader(data, batchSize: 4), DataLoader(data, batchSize: 6)), model,
        loss: { crossEntropy($0, $1) }, callbacks: callbacks)
}

@Suite struct `Training on mixtures` {
    @Test func `mixes inputs, and its loss is that of mixed targets`() throws {
        var random = SplitMix64(seed: 1)
        let mixup = Mixup(alpha: 1, using: &random)
        let (plain, mixed) = (Witness(nil), Witness(mixup))
        try learner([plain]).trained(2, 0)
        try learner([mixed, mixup]).trained(2, 0)
        #expect(mixed.losses.count == 6 && mixed.losses != plain.losses)
        for (loss, soft) in zip(mixed.losses, mixed.soft) { #expect(abs(loss - soft) < 1e-5) }
        // Each mixture is between two items of its batch.
        for (before, after) in zip(plain.inputs, mixed.inputs) {
            #expect(before.scalars != after.scalars)
            #expect(after.min().item >= before.min().item - 1e-6 && after.max().item <= before.max().item + 1e-6)
        }
        // Validation is left alone.
        #expect(mixed.validLosses == plain.validLosses && plain.validLosses.count == 4)
        #expect(mixup.shares.scalars.allSatisfy { $0 >= 0.5 && $0 <= 1 })
    }

    @Test func `mixes with one share for an item, and each with its own`() throws {
        var random = SplitMix64(seed: 2)
        let mixup = Mixup(alpha: 1, using: &random)
        let (plain, mixed) = (Witness(nil), Witness(mixup))
        try learner([plain]).trained(1, 0)
        try learner([mixed, mixup]).trained(1, 0)
        #expect(Set(mixup.shares.scalars).count > 1)
        // The last batch, item by item: some other item of the batch and its share give the mixture.
        let (before, after) = (plain.inputs.last!, mixed.inputs.last!)
        for (place, share) in mixup.shares.scalars.enumerated() {
            let found = (0..<4).contains { other in
                let expected = share * before[place] + (1 - share) * before[other]
                return zip(expected.scalars, after[place].scalars).allSatisfy { abs($0 - $1) < 1e-5 }
            }
            #expect(found)
        }
    }

    @Test func `with a tiny alpha is training without it`() throws {
        var random = SplitMix64(seed: 1)
        let mixup = Mixup(alpha: 1e-5, using: &random)
        let (one, two) = (try learner([mixup]).trained(3), try learner([]).trained(3))
        for (a, b) in zip(one.weights, two.weights) { #expect(abs(a - b) < 1e-3) }
    }

    @Test func `remembers its random numbers for a checkpoint`() throws {
        var random = SplitMix64(seed: 1)
        let (first, second) = (Mixup(using: &random), Mixup(using: &random))
        let whole = learner([first])
        try whole.trained(1)
        second.state = first.state
        #expect(second.state == first.state && first.state.count == 4)
        try whole.trained(1, 0)
        try learner([second]).trained(1, 0)
        #expect(first.shares.scalars == second.shares.scalars)
    }

    @Test func `takes another loss for each item`() throws {
        var random = SplitMix64(seed: 1)
        let mixup = Mixup(alpha: 1, using: &random) { crossEntropy($0, $1, smoothing: 1, reduction: .none) }
        let mixed = Witness(mixup)
        let one = learner([mixed, mixup])
        try one.trained(1, 0)
        // All of the target is spread over the classes: then labels and shares do not matter.
        let expected = crossEntropy(one.model(mixed.inputs[0]), IntTensor([0, 0, 0, 0]), smoothing: 1).item
        #expect(abs(mixed.losses[0] - expected) < 1e-5)
    }

    @Test func `needs labels`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            var random = SplitMix64(seed: 1)
            try regression(callbacks: [Mixup(using: &random)]).trained(1)
        }
        #expect(message(of: result).contains("one label per item"))
    }
}
