// ReduceLearningRateOnPlateau: the learning rate after every epoch, for numbers that a metric takes from the fixture.

import Layers
import Tensors
import Training

extension GoldenFamily {
    static let plateaus = [
        plateau("of a constant") { .init("x") },
        plateau("of a loss") { .init("x", factor: 0.5, patience: 2) },
        plateau("of an accuracy") {
            .init("x", mode: .max, factor: 0.8, patience: 1, threshold: .relative(0.05), cooldown: 2)
        },
        plateau("by a tenth") { .init("x", factor: 0.7, patience: 0, threshold: .absolute(0.1), cooldown: 1) },
        plateau("by a tenth upwards") {
            .init("x", mode: .max, factor: 0.7, patience: 0, threshold: .absolute(0.1))
        },
        plateau("to a bound") { .init("x", factor: 0.3, patience: 0, lowest: 0.002, epsilon: 0.001) },
        plateau("with gaps") { .init("x", factor: 0.5, patience: 1) },
    ]

    private static func plateau(
        _ word: String, _ make: @escaping @Sendable () -> ReduceLearningRateOnPlateau
    ) -> GoldenCase {
        GoldenCase("ReduceLearningRateOnPlateau \(word)") { g in
            let numbers = g.x.scalars, rates = Rates()
            let loader = DataLoader(TensorDataset(Tensor.ones(1, 1), Tensor.zeros(1, 1)), batchSize: 1)
            let metric = Metric<Tensor>("x") { _, _ in numbers[rates.values.count] }
            let learner = Learner(
                DataLoaders(loader, loader), Lambda { $0 * 1 }, loss: { x, _ in x.requiringGrad().sum() },
                metrics: [metric], callbacks: [rates, make()])
            try EpochReporting.silently { try learner.fit(numbers.count, learningRate: 0.1) }
            return Tensor(rates.values)
        }
    }
}

/// Notes the learning rate after every epoch.
private final class Rates: Callback {
    private(set) var values: [Float] = []

    func after<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        if phase == .epoch { values.append(learner.optimizer.learningRate) }
    }
}
