// Questions 1.9 to 1.15: programs, models, and what it takes to train one.

import Chapter01
import ChapterSupport
import Foundation
import Layers
import Notebook
import Tensors
import TestSupport
import Testing
import Training

extension `1 Questionnaire` {
    /// 1.9 · Why is it hard to recognize photos with a traditional program?
    ///
    /// Such a program is a list of steps that somebody writes down. We do recognize things, but the steps by which our
    /// brain does it are not known to us. So there is nothing to write down.
    ///
    /// - Shown by: `rulesForCats` in Chapters/01-FirstModels/04-ProgramsAndModels.swift
    @Test func `1.9 a rule about places fails when the shape moves`() {
        // A rule that somebody might write: a disc leaves this corner field dark. It is right for shapes in the middle
        // only.
        let rule: ([Double]) -> Bool = { $0[4 * 20 + 4] < 0.5 }
        func share(shift: Int) -> Double {
            var random = SplitMix64(seed: 9)
            let right = (0..<400).count { number in
                let disc = number % 2 == 1
                return rule(pictureOfAShape(isDisc: disc, shift: shift, using: &random)) == disc
            }
            return Double(right) / 400
        }
        #expect(share(shift: 0) > 0.65 && share(shift: 4) < share(shift: 0) - 0.05)
    }

    /// 1.10 · What did Samuel mean by a weight assignment?
    ///
    /// Weights are variables; a weight assignment is one choice of values for all of them. Together with the inputs it
    /// decides what the program does: other values make another program of it.
    ///
    /// - Shown by: `programsWithWeights` in Chapters/01-FirstModels/04-ProgramsAndModels.swift
    @Test func `1.10 the same program with other values says something else`() {
        let inputs = [1.0, 0]
        #expect(thresholdNeuron(inputs, weights: [1, 1], threshold: 1) == 1)
        #expect(thresholdNeuron(inputs, weights: [1, 1], threshold: 2) == 0)
        var random = SplitMix64(seed: 1)
        let board = [0, 8].reduce(Board()) { $0.after($1, by: 1) }
        let moves = [[0, 0, 0, 0, 0, 1.0, 0], [0, 0, 0, 0, 0, 0, 1]].map {
            move(on: board, 1, weights: $0, using: &random)
        }
        #expect(moves[0] == 4 && [2, 6].contains(moves[1]))
    }

    /// 1.11 · What do we mostly call today what Samuel called weights?
    ///
    /// Parameters. The word weights is kept for some of them, those that something is multiplied by; others are called
    /// biases.
    ///
    /// - Shown by: `samuelsWordsAndOurs` in Chapters/01-FirstModels/04d-TodaysWords.swift
    @Test func `1.11 a layer has parameters, of which some are weights`() {
        var random = SplitMix64(seed: 1)
        let layer = Linear(3, 2, using: &random)
        #expect(layer.parameters.map(\.count) == [6, 2] && layer.weight.count == 6 && layer.bias?.count == 2)
    }

    /// 1.12 · Draw a picture that sums up Samuel's view of a model.
    ///
    /// Inputs and weights go into the model, which gives results. From the results comes the performance, and from the
    /// performance an arrow leads back: the weights are updated. (After training, the weights belong to the model:
    /// inputs, model, results.)
    ///
    /// - Shown by: `thenItIsAProgram` in Chapters/01-FirstModels/04b-ALearnerOfGames.swift
    @Test func `1.12 the arrow from the performance leads back to the weights`() throws {
        let run = try ChapterRun.quick(of: FirstModels.self)
        let place = try #require(run.transcript.firstIndex { $0.contains("Training a model") })
        let arrows = run.transcript[place + 1..<place + 6].map { $0.filter { !" []".contains($0) } }
        #expect(
            arrows == [
                "inputs->model", "weights->model", "model->results", "results->performance",
                "performance->weights(update)",
            ])
    }

    /// 1.13 · Why is it hard to say why a deep model makes a certain prediction?
    ///
    /// Its answer comes out of a huge number of parameters, and each has a share in it. They were learned, not written
    /// with a reason. One can look at what its layers react to, and at which part of a photo matters; but that does not
    /// say what it would do with photos that differ much from those it has learned from.
    ///
    /// - Shown by: `coveredInTurn` in Chapters/01-FirstModels/06c-WhyThisAnswer.swift
    @Test func `1.13 no single parameter decides`() {
        var random = SplitMix64(seed: 13)
        let net = Sequential(Linear(20, 200, using: &random), Tanh(), Linear(200, 2, using: &random))
        let x = Tensor.randn(1, 20, using: &random)
        let whole = net(x)[0][0].item
        let weight = net.parameters[2]
        let all = Tensor(weight.value.scalars).reshaped(2, 200)
        // What the answer loses without each of the 200 weights that lead to it.
        let losses = (0..<200).map { place -> Float in
            var scalars = all.scalars
            scalars[place] = 0
            weight.assign(Tensor(scalars).reshaped(2, 200))
            return abs(net(x)[0][0].item - whole)
        }
        #expect(losses.max()! < 0.1 * losses.reduce(0, +) && losses.count { $0 > 1e-4 } > 150)
    }

    /// 1.14 · Which theorem says that a neural network can solve any mathematical problem to any accuracy?
    ///
    /// The universal approximation theorem. It is about what is possible in theory: it says neither how many neurons
    /// that takes, nor how their weights are found.
    ///
    /// - Shown by: `widerAndWider` in Chapters/01-FirstModels/04c-AnyFunction.swift
    @Test func `1.14 with more neurons in one layer, steps come as near as one likes`() {
        // A layer of threshold neurons makes stairs: each neuron adds one step. More steps are nearer to x².
        func farthest(_ neurons: Int) -> Double {
            let places = (0..<neurons).map { (Double($0) + 0.5) / Double(neurons) }
            return (0...1000).map { k in
                let x = Double(k) / 1000
                let stairs = places.enumerated().reduce(0.0) { sum, step in
                    let height = Double(2 * step.offset + 1) / Double(neurons * neurons)
                    return sum + height * Double(thresholdNeuron([x], weights: [1], threshold: step.element))
                }
                return abs(stairs - x * x)
            }.max()!
        }
        #expect(farthest(4) > 0.1 && farthest(40) < 0.03 && farthest(400) < 0.004)
    }

    /// 1.15 · What do you need in order to train a model?
    ///
    /// An architecture for the problem; data to put into it; labels for the data, if there is something to be
    /// predicted; a loss that says how good or bad the predictions are; a way to update the parameters so that the loss
    /// gets better; and parameters to begin with.
    ///
    /// - Shown by: `whatTrainingNeeds` in Chapters/01-FirstModels/04d-TodaysWords.swift
    @Test func `1.15 without fitting labels or without updates, nothing is learned`() {
        var random = SplitMix64(seed: 15)
        let x = Tensor.randn(200, 4, using: &random)
        let truth = x[0..., 0].scalars.map { $0 > 0 ? 1 : 0 }
        func accuracy(_ labels: [Int], steps: Int) -> Double {
            var random = SplitMix64(seed: 16)
            let net = Linear(4, 2, using: &random)
            let optimizer = SGD(net.parameters, learningRate: 0.5)
            for _ in 0..<steps {
                optimizer.zeroGrad()
                crossEntropy(net(x[..<100]), IntTensor(Array(labels[..<100]))).backward()
                optimizer.step()
            }
            let said = net(x[100...]).argmax(axis: 1).scalars
            return Double(zip(said, truth[100...]).count { Int($0) == $1 }) / 100
        }
        #expect(accuracy(truth, steps: 60) > 0.95)
        #expect(accuracy((0..<200).map { $0 / 2 % 2 }, steps: 60) < 0.85 && accuracy(truth, steps: 0) < 0.85)
    }
}

/// A disc or a square as in section 1.2, without noise.
private func pictureOfAShape(isDisc: Bool, shift: Int, using random: inout SplitMix64) -> [Double] {
    let size = Double.random(in: 5...8, using: &random)
    let (dx, dy) = (Int.random(in: -shift...shift, using: &random), Int.random(in: -shift...shift, using: &random))
    return (0..<400).map { cell in
        let (x, y) = (Double(cell % 20 - dx) - 9.5, Double(cell / 20 - dy) - 9.5)
        return (isDisc ? x * x + y * y <= size * size : max(abs(x), abs(y)) <= size * 0.886) ? 1 : 0
    }
}
