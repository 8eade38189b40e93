// Questions 16.1 to 16.6: a step, and the optimizer that is made of small functions.

import Chapter16
import Layers
import Tensors
import TestSupport
import Testing
import Training

extension `16 Questionnaire` {
    /// 16.1 · Write down one step of SGD, as an equation or in code.
    ///
    /// `w = w − lr · grad`: every weight moves against its gradient, by the gradient times the learning rate.
    ///
    /// - Shown by: `descend` in Chapters/16-TrainingProcess/02b-FirstStepper.swift
    /// - Shown by: `SGD` in Sources/Engine/Training/SGD.swift
    @Test func `16.1 the weight minus the rate times the gradient`() {
        let w = Parameter(Tensor([1, -2, 0.5]))
        w.grad = Tensor([10, -4, 0])
        SGD([w], learningRate: 0.5).step()
        #expect(w.value.scalars == [-4, 0, 0.5])  // 1 − 0.5 · 10, −2 + 0.5 · 4, 0.5 − 0.5 · 0
    }

    /// 16.2 · A learner should train with another optimizer than its default. What do you pass to it?
    ///
    /// A function that makes the optimizer. In the book it is the argument `opt_func` of `cnn_learner`, here it is
    /// `optimizer`. It cannot be an optimizer that is made already, since only the learner knows the parameters.
    ///
    /// - Shown by: `learner` in Chapters/16-TrainingProcess/01-Task.swift
    /// - Shown by: `Recipe` in Chapters/16-TrainingProcess/02c-SameAsTheEngines.swift
    @Test func `16.2 a way to make one, which is given the learner's parameters`() throws {
        var random = SplitMix64(seed: 162)
        let model = Linear(2, 1, using: &random)
        let data = TensorDataset(Tensor.randn(4, 2, using: &random), Tensor.randn(4, 1, using: &random))
        let loader = DataLoader(data, batchSize: 2)
        var made: [(parameters: Int, rate: Float)] = []
        let learner = Training.Learner(
            DataLoaders(loader, loader), model, loss: { mseLoss($0, $1) },
            optimizer: { parameters, rate in
                made.append((parameters.count, rate))
                return Recipe.momentum.make(parameters, rate)
            })
        try EpochReporting.silently { try learner.fit(1, learningRate: 0.25) }
        #expect(made.last!.parameters == 2 && made.last!.rate == 0.25)
        #expect(learner.optimizer is GenericOptimizer && learner.optimizer.parameters[0] === model.weight)
    }

    /// 16.3 · What are optimizer callbacks?
    ///
    /// Small functions of which an optimizer is a list. In a step they are called one after the other for each
    /// parameter, with its stored values and the settings. Each may change the parameter, or return values to be stored
    /// for it. We call them steppers.
    ///
    /// - Shown by: `Stepper` in Chapters/16-TrainingProcess/02-GenericOptimizer.swift
    /// - Shown by: `stateIsMerged` in Chapters/16-TrainingProcess/02b-FirstStepper.swift
    @Test func `16.3 called in turn for each parameter, they change it or what is stored for it`() {
        let (a, b) = (Parameter(Tensor(1)), Parameter(Tensor(2)))
        let halve = Stepper("halve", reads: []) { p, _ in
            p.update { value, _ in value *= 0.5 }
            return [:]
        }
        let remember = Stepper("remember", reads: []) { p, _ in ["value": p.value.detached()] }
        for (steppers, noted) in [([halve, remember], [0.5, 1]), ([remember, halve], [1, 2])] as [([Stepper], [Float])]
        {
            a.assign(Tensor(1))
            b.assign(Tensor(2))
            let optimizer = GenericOptimizer([a, b], learningRate: 1, steppers: steppers)
            (a.grad, b.grad) = (Tensor(0), Tensor(0))
            optimizer.step()
            #expect([a.value.item, b.value.item] == [0.5, 1])
            #expect(optimizer.stored.map { $0["value"]!.item } == noted)  // each sees what those before it did
        }
    }

    /// 16.4 · What does an optimizer's `zero_grad` do?
    ///
    /// It makes all gradients ready for the next batch: they are set to zero and detached from the computation that
    /// they came from. Without it, the next backward pass would add its gradients to the old ones. (Ours sets them to
    /// nil, which says the same.)
    ///
    /// - Shown by: `GenericOptimizer` in Chapters/16-TrainingProcess/02-GenericOptimizer.swift
    @Test func `16.4 without it gradients add up, with it they begin at zero`() {
        let w = Parameter(Tensor([1, 2]))
        let optimizer = Recipe.descent.make([w], 0.1)
        for expected in [[3, 4], [6, 8]] as [[Float]] {
            (w.value * Tensor([3, 4])).sum().backward()
            #expect(w.grad!.scalars == expected)
        }
        optimizer.zeroGrad()
        #expect(w.grad == nil)
        (w.value * Tensor([3, 4])).sum().backward()
        #expect(w.grad!.scalars == [3, 4] && !w.grad!.requiresGrad)
    }

    /// 16.5 · What does an optimizer's `step` do? How does the general optimizer do it?
    ///
    /// It updates the parameters. The general optimizer goes through all parameters, and for each one through its list
    /// of callbacks. Each gets the parameter, its state and the hyperparameters; if it returns a dictionary, that is
    /// merged into the state. In the end the state is kept for this parameter. The optimizer itself changes no weight.
    ///
    /// - Shown by: `GenericOptimizer` in Chapters/16-TrainingProcess/02-GenericOptimizer.swift
    /// - Shown by: `firstStepper` in Chapters/16-TrainingProcess/02b-FirstStepper.swift
    @Test func `16.5 it loops over parameters and steppers, and merges what they return`() {
        let (a, b, idle) = (Parameter(Tensor(1)), Parameter(Tensor(1)), Parameter(Tensor(1)))
        let first = Stepper("first", reads: []) { p, now in ["x": p.grad!, "kept": now.stored["kept"] ?? Tensor(7)] }
        let second = Stepper("second", reads: []) { _, now in ["x": now["x"] * 10, "y": now["x"] + 1] }
        let optimizer = GenericOptimizer([a, b, idle], learningRate: 1, steppers: [first, second])
        for gradient in [2, 5] as [Float] {
            (a.grad, b.grad) = (Tensor(gradient), Tensor(-gradient))
            optimizer.step()
        }
        let expected: [[String: Float]] = [["x": 50, "y": 6, "kept": 7], ["x": -50, "y": -4, "kept": 7], [:]]
        #expect(optimizer.stored.map { $0.mapValues(\.item) } == expected)
        #expect([a, b, idle].allSatisfy { $0.value.item == 1 })  // no stepper has changed a weight
    }

    /// 16.6 · Write `sgd_cb` with `+=` in place of `add_`.
    ///
    /// `p.data += -lr * p.grad`. In Swift: `p.update { value, grad in value += -now.learningRate * grad }`.
    ///
    /// - Shown by: `descendByPlus` in Chapters/16-TrainingProcess/02b-FirstStepper.swift
    @Test func `16.6 minus the rate times the gradient, added`() {
        var random = SplitMix64(seed: 166)
        let trial = Trial(using: &random)
        let difference = trial.largestDifference(Recipe(descendByPlus).make) { SGD($0, learningRate: $1) }
        #expect(difference < 1e-6)
        #expect(moves(Recipe(descendByPlus).make, gradients: [3, -2]) == [3, -2])
    }
}
