// Questions 16.11 to 16.18: RMSProp, Adam, and weight decay.

import Chapter16
import Foundation
import Layers
import Tensors
import TestSupport
import Testing
import Training

extension `16 Questionnaire` {
    /// 16.11 · What is RMSProp? Write down its equation.
    ///
    /// An optimizer in which every weight has a rate of its own: the learning rate divided by the root of a moving
    /// average of its squared gradients. `sq = alpha · sq + (1 − alpha) · grad²`, then `w = w − lr · grad / √(sq +
    /// eps)`.
    ///
    /// - Shown by: `rmsPropStepInside` in Chapters/16-TrainingProcess/04-RMSProp.swift
    /// - Shown by: `sameStepForAll` in Chapters/16-TrainingProcess/04-RMSProp.swift
    @Test func `16.11 each gradient is divided by the root of its mean square`() {
        let gradients = [2.0, -1, 0.5, 3]
        var square = 0.0
        let expected = gradients.map { gradient in
            square = 0.99 * square + 0.01 * gradient * gradient
            return Float(gradient / (square + 1e-8).squareRoot())
        }
        let found = moves(Recipe.rmsPropByFormula.make, gradients: gradients.map { Float($0) })
        expectClose(Tensor(found), Tensor(expected), relative: 1e-4)
        let hundredfold = moves(Recipe.rmsPropByFormula.make, gradients: gradients.map { 100 * Float($0) })
        expectClose(Tensor(hundredfold), Tensor(expected), relative: 1e-4)  // a rate of its own
    }

    /// 16.12 · What do the squared values of a gradient tell?
    ///
    /// How large the gradients of a weight are, or how much they vary, whatever their signs. Near zero all the time,
    /// they say that the loss is flat there, and the rate may be higher; all over the place, that it should be lower.
    /// An average of the plain values cannot tell: signs cancel.
    ///
    /// - Shown by: `ratesOfTheirOwn` in Chapters/16-TrainingProcess/04-RMSProp.swift
    @Test func `16.12 squares tell wild from calm where averages are both zero`() {
        let signs: [Double] = (0..<1000).map { $0.isMultiple(of: 2) ? 1.0 : -1.0 }
        func mean(_ values: [Double]) -> Double { movingAverages(values, beta: 0.99, isCorrected: true).last! }
        let (wild, calm) = (signs.map { 5 * $0 }, signs.map { 0.01 * $0 })
        #expect(abs(mean(wild)) < 0.03 && abs(mean(calm)) < 0.03)
        let squares = [mean(wild.map { $0 * $0 }), mean(calm.map { $0 * $0 })]
        expectClose(squares, [25, 1e-4], absolute: 1e-9, relative: 1e-9)
        // So RMSProp makes steps of the same size of both.
        let lengths = [wild, calm].map { gradients in
            abs(moves(Recipe.dampedRMSProp.make, gradients: gradients.suffix(600).map { Float($0) }).last!)
        }
        for length in lengths { #expect((0.99...1.01).contains(length)) }
    }

    /// 16.13 · How does Adam differ from momentum and from RMSProp?
    ///
    /// It uses both: the average of the gradients for the direction, and the root of the average of their squares as a
    /// divisor. And both averages are unbiased: divided by the total of their weights, so that they are right from the
    /// first step on.
    ///
    /// - Shown by: `adamStep` in Chapters/16-TrainingProcess/05-Adam.swift
    @Test func `16.13 an unbiased average of gradients over the root of one of squares`() {
        let gradients = [0.5, -2, 1, 4]
        let means = movingAverages(gradients, beta: 0.9, isCorrected: true)
        let squares = movingAverages(gradients.map { $0 * $0 }, beta: 0.99, isCorrected: true)
        let expected: [Float] = means.indices.map { step in
            let size = squares[step].squareRoot() + 1e-5
            return Float(means[step] / size)
        }
        let found = moves(Recipe.adam.make, gradients: gradients.map { Float($0) })
        expectClose(Tensor(found), Tensor(expected))
        for other in [Recipe.momentum, .rmsProp, .dampedMomentum, .dampedRMSProp] {
            let moved = moves(other.make, gradients: gradients.map { Float($0) })
            let difference = (Tensor(moved) - Tensor(expected)).abs().max().item
            #expect(difference > 0.1)
        }
    }

    /// 16.14 · Write down the equation of Adam.
    ///
    /// `avg = b1 · avg + (1 − b1) · grad`, `sqr = b2 · sqr + (1 − b2) · grad²`, then
    /// `w = w − lr · (avg / (1 − b1^(i+1))) / (√(sqr / (1 − b2^(i+1))) + eps)`, where i counts steps from 0. (The book
    /// prints it with `sqr` as it is, and eps inside the root; then the first steps are far too long.)
    ///
    /// - Shown by: `adamStep` in Chapters/16-TrainingProcess/05-Adam.swift
    /// - Shown by: `theBooksFormula` in Chapters/16-TrainingProcess/05b-BookFormula.swift
    @Test func `16.14 both averages are corrected`() {
        let (b1, b2, eps) = (0.9, 0.99, 1e-5)
        var (avg, sqr, w) = (0.0, 0.0, 1.0)
        let parameter = Parameter(Tensor(1))
        let engine = Parameter(Tensor(1))
        let (ours, theirs) = (Recipe.adam.make([parameter], 0.1), Adam([engine], learningRate: 0.1))
        let gradients: [Double] = [0.3, -0.7, 2, 0.01, -1]
        for (i, grad) in gradients.enumerated() {
            avg = b1 * avg + (1 - b1) * grad
            sqr = b2 * sqr + (1 - b2) * grad * grad
            let steps = Double(i + 1)
            let unbiased = (avg: avg / (1 - pow(b1, steps)), sqr: sqr / (1 - pow(b2, steps)))
            let size = unbiased.sqr.squareRoot() + eps
            w -= 0.1 * unbiased.avg / size
            for (p, optimizer) in [(parameter, ours), (engine, theirs as any Optimizer)] {
                p.grad = Tensor(Float(grad))
                optimizer.step()
                #expect(abs(Double(p.value.item) - w) < 1e-6)
            }
        }
        let asPrinted = moves(Recipe.adam(endingWith: bookAdamStep).make, gradients: [1])[0]
        #expect((9.99...10.01).contains(asPrinted))
    }

    /// 16.15 · Make up a few gradients, and compute `w.avg` and `unbias_avg` for them.
    ///
    /// For 1, 2, 3 with a beta of 0.9, `w.avg` is 0.1, 0.29, 0.561. Divided by 0.1, 0.19, 0.271, `unbias_avg` is 1,
    /// 1.5263, 2.0701. The first unbiased average is the gradient itself.
    ///
    /// - Shown by: `unbiased` in Chapters/16-TrainingProcess/05-Adam.swift
    /// - Shown by: `movingAverages` in Chapters/16-TrainingProcess/03-Momentum.swift
    @Test func `16.15 0.1, 0.29, 0.561 and 1, 1.5263, 2.0701`() {
        expectClose(movingAverages([1, 2, 3], beta: 0.9), [0.1, 0.29, 0.561], absolute: 1e-12, relative: 0)
        expectClose(
            movingAverages([1, 2, 3], beta: 0.9, isCorrected: true), [1, 0.29 / 0.19, 0.561 / 0.271], absolute: 1e-12,
            relative: 0)
    }

    /// 16.16 · What is the effect of a large `eps` in Adam?
    ///
    /// It limits how high the adjusted rate of a weight can get: lr / (√sqr + eps) is never above lr / eps. With an eps
    /// of 1 it never exceeds the learning rate itself.
    ///
    /// - Shown by: `largestRate` in Chapters/16-TrainingProcess/05c-Epsilon.swift
    @Test(arguments: [1e-8, 1e-5, 1e-2, 1] as [Float])
    func `16.16 the adjusted rate is at most the learning rate over epsilon`(_ epsilon: Float) {
        let recipe = Recipe.adam(squareMomentum: 0.99, epsilon: epsilon)
        let gradients: [Float] = [1e-9, 1e-6, 1e-3, 1, 100]
        let rates: [Float] = gradients.map { gradient in moves(recipe.make, gradients: [gradient])[0] / gradient }
        let limit = 1 / epsilon
        for rate in rates { #expect(rate <= 1.0001 * limit) }
        #expect(rates[0] > 0.9 * limit)  // where gradients are tiny, the limit is reached
        for (smaller, larger) in zip(rates, rates.dropFirst()) { #expect(smaller >= larger) }
    }

    /// 16.17 · Read the optimizer notebook in the library's repository, and run it.
    ///
    /// Ours are the tests of the engine's optimizers, `OptimizerTests.swift`, and of this chapter's steppers: each is
    /// compared with its formula and with PyTorch's steps. Read them, run them, and change a formula to see which fail.
    ///
    /// - Shown by: `sameAsTheEngines` in Chapters/16-TrainingProcess/02c-SameAsTheEngines.swift
    /// - Shown by: `Trial` in Chapters/16-TrainingProcess/02c-SameAsTheEngines.swift
    @Test func `16.17 every recipe takes the steps of the engine's optimizer, and of no other`() {
        var random = SplitMix64(seed: 1617)
        let trial = Trial(using: &random)
        let engine: [(Recipe, OptimizerMaker)] = [
            (.descent, { SGD($0, learningRate: $1) }),
            (.momentum, { SGD(groups: [ParameterGroup($0)], learningRate: $1, momentum: 0.9) }),
            (.dampedRMSProp, { RMSProp($0, learningRate: $1) }), (.adam, { Adam($0, learningRate: $1) }),
            (.adamW, { AdamW($0, learningRate: $1) }),
        ]
        for (row, (recipe, _)) in engine.enumerated() {
            for (column, (_, optimizer)) in engine.enumerated() {
                let difference = trial.largestDifference(recipe.make, optimizer)
                let isAsItShouldBe = row == column ? difference < 1e-5 : difference > 1e-3
                #expect(isAsItShouldBe, "\(row) and \(column) differ by \(difference)")
            }
        }
    }

    /// 16.18 · In which situations do methods with dynamic rates, such as Adam, change what weight decay does?
    ///
    /// When the decay is added to the gradient (L2 regularization). There it takes part in the averaging and is divided
    /// by the size of the gradients, so that weights with large gradients hardly decay. For plain SGD it is the same as
    /// true decay. Subtracted from the weight apart from the gradient (decoupled), decay is the same for all weights.
    ///
    /// - Shown by: `equalForDescent` in Chapters/16-TrainingProcess/06-WeightDecay.swift
    /// - Shown by: `unequalForAdam` in Chapters/16-TrainingProcess/06b-DecayAndAdam.swift
    /// - Shown by: `decayOnDigits` in Chapters/16-TrainingProcess/06c-DecayOnDigits.swift
    @Test func `16.18 when it is added to the gradient`() {
        var random = SplitMix64(seed: 1618)
        let trial = Trial(using: &random)
        func difference(_ recipe: Recipe) -> Float {
            trial.largestDifference(
                recipe.after(decay, ["weightDecay": 0.3]).make, recipe.after(penalize, ["weightDecay": 0.3]).make)
        }
        #expect(difference(.descent) < 1e-6)
        for recipe in [Recipe.momentum, .rmsProp, .adam] { #expect(difference(recipe) > 0.01) }
        // What decay takes from a weight of 1 in a single step, besides what the gradient does:
        func taken(_ first: Stepper, gradient: Float) -> Float {
            func weight(_ amount: Float) -> Float {
                let p = Parameter(Tensor(1))
                p.grad = Tensor(gradient)
                Recipe.adam.after(first, ["weightDecay": amount]).make([p], 0.1).step()
                return p.value.item
            }
            return weight(0) - weight(0.5)
        }
        let taken = [decay, penalize].map { first in
            [100, -0.2].map { gradient in Double(taken(first, gradient: gradient)) }
        }
        expectClose(taken[0], [0.05, 0.05], absolute: 1e-6, relative: 0)  // the same for all
        expectClose(taken[1], [0, 0.2], absolute: 1e-3, relative: 0)  // nothing, or a step to the other side
    }
}
