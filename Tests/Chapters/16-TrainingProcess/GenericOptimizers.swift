// The generic optimizer where it is easy to get wrong: settings, groups, schedules, checkpoints.

import Chapter16
import Foundation
import Layers
import Tensors
import TestSupport
import Testing
import Training

/// Lists that make no sense, and what the message must say.
private let mistakes: [(words: [String], make: @Sendable () -> Void)] = [
    (
        ["averageGradient, momentumStep", "averageGradient reads momentum"],
        { _ = GenericOptimizer([], learningRate: 0.1, steppers: [averageGradient, momentumStep]) }
    ),
    (
        ["no stepper reads momentun", "learningRate, momentum"],
        {
            let settings: [String: Float] = ["momentum": 0.9, "momentun": 0.9]
            _ = GenericOptimizer([], learningRate: 0.1, steppers: Recipe.momentum.steppers, settings: settings)
        }
    ),
    (["momentum = 0.9", "no stepper reads it"], { Recipe.descent.make([], 0.1).momentum = 0.9 }),
    (
        ["a stepper that needs \"average\"", "earlier in the list"],
        {
            let p = Parameter(Tensor(1))
            p.grad = Tensor(1)
            GenericOptimizer([p], learningRate: 0.1, steppers: [momentumStep]).step()
        }
    ),
    (
        ["a stepper that asks for speed"],
        {
            let p = Parameter(Tensor(1))
            p.grad = Tensor(1)
            let hasty = Stepper("hasty", reads: []) { _, now in ["speed": Tensor(now.speed)] }
            GenericOptimizer([p], learningRate: 0.1, steppers: [hasty]).step()
        }
    ),
]

@Suite struct `16.2 A generic optimizer` {
    @Test(.serialized, arguments: mistakes.indices)
    func `a mistake is explained in a few lines`(_ number: Int) async throws {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            [number = number as Int] in mistakes[number].make()
        }
        let message = message(of: result)
        for word in mistakes[number].words { #expect(message.contains(word)) }
        #expect((1...3).contains(message.split(separator: "\n").count))
    }

    @Test func `a group has settings of its own, and the others follow the schedule`() {
        let (a, b) = (Parameter(Tensor(0)), Parameter(Tensor(0)))
        let optimizer = GenericOptimizer(
            groups: [([a], [:]), ([b], ["learningRate": 3])], learningRate: 1, steppers: [descend])
        for rate in [1, 0.5] as [Float] {
            optimizer.learningRate = rate
            (a.grad, b.grad) = (Tensor(1), Tensor(1))
            optimizer.step()
        }
        #expect(a.value.item == -1.5 && b.value.item == -6)
    }

    @Test func `a schedule sets rate and momentum`() {
        let optimizer = Recipe.momentum.make([], 0.1)
        (optimizer.learningRate, optimizer.momentum) = (0.5, 0.85)
        #expect(optimizer.learningRate == 0.5 && optimizer.momentum == 0.85)
        #expect((optimizer as! GenericOptimizer).settings == ["learningRate": 0.5, "momentum": 0.85])
        let plain = Recipe.descent.make([], 0.1)
        plain.momentum = 0  // what it is anyway
        #expect(plain.momentum == 0)
    }

    @Test(arguments: [0, 1, 2])
    func `training that was saved and loaded goes on with the same bits`(_ number: Int) throws {
        let recipe = [Recipe.momentum, .rmsProp, .adamW][number]
        var random = SplitMix64(seed: 162)
        let start = Linear(3, 2, using: &random)
        let gradients = (0..<6).map { _ in [Tensor.randn(2, 3, using: &random), .randn(2, using: &random)] }
        func steps(_ model: Linear, _ optimizer: any Optimizer, _ range: Range<Int>) {
            for step in range {
                for (p, gradient) in zip(model.parameters, gradients[step]) { p.grad = gradient }
                optimizer.step()
            }
        }
        let optimizer = recipe.make(start.parameters, 0.1)
        let file = TemporaryFolder()
        let url = file.url.appending(path: "steppers.safetensors")
        steps(start, optimizer, 0..<3)
        try Checkpoint(start, optimizer).save(to: url)
        steps(start, optimizer, 3..<6)

        let other = Linear(3, 2, using: &random)
        let resumed = recipe.make(other.parameters, 0.7)
        try Checkpoint(other, resumed).load(from: url)
        steps(other, resumed, 3..<6)
        #expect(other.weight.value.scalars == start.weight.value.scalars && resumed.learningRate == 0.1)
        #expect(throws: (any Error).self) {
            try Checkpoint(other, Recipe.descent.make(other.parameters, 0.1)).load(from: url)
        }
    }
}
