// Questions 1.1 to 1.8: what one needs, where neurons come from, and how a first program is run.
//
// To run one of them: `swift test --filter "Questionnaire./.1.5 "`

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
    /// 1.1 · Does deep learning need (a) much mathematics, (b) much data, (c) many expensive computers, (d) a
    /// doctorate?
    ///
    /// None of them. School mathematics is enough, and what goes beyond it is explained where it is wanted. There are
    /// record results with fewer than fifty examples. The computers that one needs are cheap or free; this program runs
    /// on yours. And much has been done by people without a doctorate.
    ///
    /// - Shown by: `threeMyths` in Chapters/01-FirstModels/01-NotOnlyForSpecialists.swift
    /// - Shown by: `withFewPhotos` in Chapters/01-FirstModels/01-NotOnlyForSpecialists.swift
    @Test func `1.1 a machine learns from twenty examples, by additions and comparisons`() {
        // Is the first number the larger one? Twenty pairs, one neuron, no mathematics beyond adding.
        func pair(_ k: Int) -> [Double] { [Double(k * 7 % 20), Double(k * 3 % 20) + 0.5] }
        let learned = (0..<20).map { (inputs: pair($0), wanted: pair($0)[0] > pair($0)[1] ? 1 : 0) }
        var neuron = Perceptron(inputs: 2)
        #expect(neuron.learn(learned, passes: 500).last == 0)
        let all = (0..<200).map { (k: Int) -> [Double] in
            let (a, b) = (k * 37 % 101, k * 53 % 103)
            return [Double(a) / 5, Double(b) / 5]
        }
        let others = all.filter { abs($0[0] - $0[1]) > 2 }
        #expect(others.count > 150 && others.allSatisfy { neuron($0) == ($0[0] > $0[1] ? 1 : 0) })
    }

    /// 1.2 · Name five areas in which deep learning is the best tool that there is.
    ///
    /// Any five of these: language (answering questions, recognizing speech, summaries, sorting documents), seeing
    /// (satellite pictures, faces, captions, traffic signs), medicine (what is unusual on X-ray, CT and MRI pictures,
    /// counting on slides), biology (how proteins fold, tumours by their genes), making pictures (colour for old ones,
    /// more detail, another style), recommendations (search, products, home pages), games (chess, Go, video games),
    /// robots (grasping things); and forecasts for money and logistics, text to speech, and many others.
    ///
    /// - Shown by: `whereItIsBest` in Chapters/01-FirstModels/01-NotOnlyForSpecialists.swift
    @Test func `1.2 the page names more than five areas`() throws {
        let run = try ChapterRun.quick(of: FirstModels.self)
        let areas = try #require(run.outputs.compactMap(\.table).first { $0.columns.first?.title == "area" })
        let names = Set(areas.rows.map { $0[0] })
        #expect(names.count >= 9 && names.isSuperset(of: ["language", "seeing", "medicine", "biology", "games"]))
    }

    /// 1.3 · What was the first device called that rested on the principle of the artificial neuron?
    ///
    /// The Mark I Perceptron, built by Frank Rosenblatt. It learned to recognize simple shapes.
    ///
    /// - Shown by: `squaresAndDiscs` in Chapters/01-FirstModels/02c-MarkI.swift
    @Test func `1.3 a perceptron learns to tell upright bars from level ones`() {
        func bar(_ isUpright: Bool, at place: Int) -> [Double] {
            (0..<16).map { (isUpright ? $0 % 4 : $0 / 4) == place ? 1 : 0 }
        }
        // On the left and above against on the right and below: shapes that a single layer can tell apart.
        let shapes = [(bar(true, at: 0), 1), (bar(false, at: 0), 1), (bar(true, at: 3), 0), (bar(false, at: 3), 0)]
        var machine = Perceptron(inputs: 16)
        #expect(machine.learn(shapes.map { (inputs: $0.0, wanted: $0.1) }, passes: 20).last == 0)
        #expect(shapes.allSatisfy { machine($0.0) == $0.1 })
    }

    /// 1.4 · What does parallel distributed processing need, by the book of that name?
    ///
    /// Eight things: a set of processing units; a state of activation; an output function for each unit; a pattern of
    /// connectivity among the units; a rule for propagating activities through the connections; an activation rule that
    /// combines what comes in with the current state; a learning rule by which experience changes the connections; and
    /// an environment in which the system works. Today's nets have all eight.
    ///
    /// - Shown by: `eightRequirements` in Chapters/01-FirstModels/02e-EightThings.swift
    @Test func `1.4 a net without its learning rule, or without an environment, stays as it is`() {
        var random = SplitMix64(seed: 4)
        let (x, y) = (Tensor.randn(8, 3, using: &random), IntTensor((0..<8).map { $0 % 2 }))
        func moved(rate: Float, environment: Bool) -> Float {
            var random = SplitMix64(seed: 5)
            let (unit, activation) = (Linear(3, 2, using: &random), Tanh())  // units, connections; an activation rule
            let before = Tensor(unit.weight.value.scalars)
            let optimizer = SGD(unit.parameters, learningRate: rate)  // the learning rule
            if environment {
                let outputs = activation(unit(x))  // states, propagated; outputs
                crossEntropy(outputs, y).backward()
                optimizer.step()
            }
            return (Tensor(unit.weight.value.scalars) - before).abs().max().item
        }
        #expect(moved(rate: 0.1, environment: true) > 0)
        #expect(moved(rate: 0, environment: true) == 0 && moved(rate: 0.1, environment: false) == 0)
    }

    /// 1.5 · Which two misunderstandings of theory held the field back?
    ///
    /// First: a single layer cannot learn simple functions such as exclusive or. That was taken as the last word on
    /// nets, although the same book showed that several layers can. Second: one extra layer is enough, in theory, to
    /// approximate any function. So people used two layers, and such nets were often too large and slow; that more
    /// layers make it practical was known, and hardly used for thirty years.
    ///
    /// - Shown by: `oneNeuronTries` in Chapters/01-FirstModels/02d-XOR.swift
    /// - Shown by: `twoLayersByHand` in Chapters/01-FirstModels/02d-XOR.swift
    /// - Shown by: `folding` in Chapters/01-FirstModels/02f-WhyMoreLayers.swift
    @Test func `1.5 one layer never learns exclusive or, two layers do, and depth saves neurons`() {
        let cases = [([0.0, 0], 0), ([0, 1], 1), ([1, 0], 1), ([1, 1], 0)].map { (inputs: $0.0, wanted: $0.1) }
        var neuron = Perceptron(inputs: 2)
        #expect(neuron.learn(cases, passes: 300).min()! > 0)
        for example in cases {
            let either = thresholdNeuron(example.inputs, weights: [1, 1], threshold: 1)
            let notBoth = thresholdNeuron(example.inputs, weights: [-1, -1], threshold: -1)
            #expect(
                thresholdNeuron([Double(either), Double(notBoth)], weights: [1, 1], threshold: 2) == example.wanted)
        }
        // Six layers of two neurons make 32 teeth, which bend 63 times between their ends; a layer of 12 neurons bends
        // 12 times.
        let heights = (0...128).map { teeth(Double($0) / 128, layers: 6) }
        let rises = zip(heights, heights.dropFirst()).map { $0 < $1 }
        let bends = zip(rises, rises.dropFirst()).count { $0 != $1 }
        #expect(bends == 63 && heights.count { $0 == 1 } == 32)
    }

    /// 1.6 · What is a GPU?
    ///
    /// A graphics processing unit, also called a graphics card: a processor that can do thousands of simple tasks at
    /// the same time. It was made to draw three-dimensional scenes for games. Nets need the same kind of arithmetic,
    /// and so a GPU can run them hundreds of times faster than a usual processor.
    ///
    /// - Shown by: `loopsAndLanes` in Chapters/01-FirstModels/03c-ThousandsOfSimpleTasks.swift
    @Test func `1.6 the parts of a product do not need each other`() {
        let (a, b) = ((0..<9).map(Float.init), (0..<9).map { Float($0 * $0 % 7) })
        let whole = product(a, b, side: 3)
        // Each of nine simple tasks, in any order: a row times a column.
        for task in [7, 2, 0, 8, 4, 6, 1, 3, 5] {
            let (row, column) = (task / 3, task % 3)
            #expect(whole[task] == (0..<3).reduce(0) { $0 + a[row * 3 + $1] * b[$1 * 3 + column] })
        }
    }

    /// 1.7 · Run a cell that contains 1 + 1. What happens?
    ///
    /// It is computed, and the result, 2, is shown below the cell.
    ///
    /// - Shown by: `whatHappensAtFirst` in Chapters/01-FirstModels/03-PetsInAFolder.swift
    @Test func `1.7 the result stands below the line`() throws {
        let run = try ChapterRun.quick(of: FirstModels.self)
        let output = try #require(run.outputs.first { $0.question?.text.contains("1 + 1") == true })
        #expect(output.text == "2" && output.question?.answer == "2")
    }

    /// 1.8 · Go through the version of the notebook without prose and results, and guess what each cell will show
    /// before you run it.
    ///
    /// There is no answer to write down; the exercise is to guess. `swift run ch01 --predict` stops before it shows
    /// something, asks, and says whether you were right.
    ///
    /// - Shown by: `whatHappensAtFirst` in Chapters/01-FirstModels/03-PetsInAFolder.swift
    @Test func `1.8 the chapter asks before it shows`() throws {
        let run = try ChapterRun.quick(of: FirstModels.self)
        #expect(run.outputs.compactMap(\.question).count > 20)
        let judged = Prediction.count("1 + 1?", 2)
        #expect(judged.judge("two") == .right && judged.judge("11") == .wrong)
    }
}
