// What is exact in sections 1.2 to 1.5.

import Foundation
import Tensors
import TestSupport
import Testing
import Vision

@testable import Chapter01

@Suite struct `1.2 Neurons` {
    private let corners = [[0.0, 0], [0, 1], [1, 0], [1, 1]]

    @Test func `and, or and not are threshold neurons`() {
        func says(_ threshold: Double) -> [Int] {
            corners.map { thresholdNeuron($0, weights: [1, 1], threshold: threshold) }
        }
        #expect(says(2) == [0, 0, 0, 1] && says(1) == [0, 1, 1, 1])
        #expect([0.0, 1].map { thresholdNeuron([$0], weights: [-1], threshold: 0) } == [1, 0])
    }

    @Test(arguments: [[0, 1, 1, 1], [0, 0, 0, 1], [1, 1, 1, 0], [1, 0, 0, 0]])
    func `a perceptron learns what a line can part in a few passes`(_ wanted: [Int]) {
        var neuron = Perceptron(inputs: 2)
        let mistakes = neuron.learn(zip(corners, wanted).map { (inputs: $0, wanted: $1) }, passes: 20)
        #expect(mistakes.last == 0 && mistakes.count < 10 && corners.map { neuron($0) } == wanted)
    }

    @Test func `it changes by the inputs where it is wrong, and not where it is right`() {
        var neuron = Perceptron(inputs: 2)
        #expect(!neuron.learn([3, -2], 1) && neuron == Perceptron(inputs: 2))
        #expect(neuron.learn([3, -2], 0) && neuron.weights == [-3, 2] && neuron.bias == -1)
    }

    @Test func `squares and discs cover equally many cells`() {
        var random = SplitMix64(seed: 2)
        func cells(_ isDisc: Bool) -> Double {
            (0..<300).map { _ in shape(isDisc: isDisc, shift: 0, noise: 0, using: &random).reduce(0, +) }.reduce(0, +)
                / 300
        }
        #expect(abs(cells(true) / cells(false) - 1) < 0.08)
    }

    @Test func `layers of two neurons double the teeth`() {
        for layers in 1...6 {
            let heights = (0...(1 << layers)).map { teeth(Double($0) / Double(1 << layers), layers: layers) }
            #expect(heights == (0...(1 << layers)).map { $0 % 2 == 0 ? 0 : 1 })
        }
    }
}

@Suite struct `1.3 The first model` {
    @Test func `three loops multiply as the engine does`() {
        var random = SplitMix64(seed: 3)
        let (a, b) = (Tensor.randn(9, 9, using: &random), Tensor.randn(9, 9, using: &random))
        expectClose(Tensor(product(a.scalars, b.scalars, side: 9)).reshaped(9, 9), a.matmul(b), absolute: 1e-4)
    }

    @Test func `the book's error rates are eight and four photos`() {
        #expect(Int(0.2 * 7390) == 1478 && Int(0.2 * 7349) == 1469)
        for (rate, wrong) in [(0.005413, 8), (0.002706, 4)] {
            #expect(abs(Double(wrong) / 1478 - rate) < 5e-7)
            #expect((0...20).allSatisfy { abs(Double($0) / 1469 - rate) > 5e-7 })
        }
    }

    @Test func `a drawing is dark where brightness changes, and white elsewhere`() {
        var picture = [UInt8](repeating: 0, count: 8 * 8 * 3)
        for y in 0..<8 { for x in 4..<8 { for c in 0..<3 { picture[(y * 8 + x) * 3 + c] = 200 } } }
        let drawn = drawing(of: Photo(height: 8, width: 8, pixels: picture))
        #expect((0..<8).map { drawn[$0, 3].red } == [255, 255, 0, 0, 255, 255, 255, 255])
    }
}

@Suite struct `1.4 Noughts and crosses` {
    @Test func `lines are counted for each player`() {
        let board = Board([1, 1, 0, 0, -1, 0, 0, 0, 0])
        // Two of ours in the first row, one in the first column; one of the other in the second row and a diagonal.
        #expect(board.features(for: 1) == [0, 1, 0, 1, 2, -1, 1])
        #expect(board.features(for: -1) == [0, 0, 1, 2, 1, 1, -1])
        #expect(
            board.winner == 0 && Board([1, 1, 1, 0, -1, 0, 0, -1, 0]).winner == 1 && board.moves == [2, 3, 5, 6, 7, 8])
    }

    @Test(arguments: 0..<4 as Range<UInt64>)
    func `who plays against itself learns to beat chance`(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let weights = learnedByPlaying(matches: 150, using: &random) { _ in }
        #expect(score(of: weights, against: nil, games: 400, using: &random) > 0.75, "seed \(seed)")
        #expect(abs(score(of: nil, against: nil, games: 2000, using: &random) - 0.5) < 0.05)
    }
}

@Suite struct `1.5 Labels and curves` {
    @Test func `capitals are cats`() {
        #expect(
            isCat("Abyssinian_1.jpg") && !isCat("great_pyrenees_173.jpg") && !isCat("") && !isCat("/Abyssinian_1.jpg"))
    }

    @Test func `names have a breed and a number`() throws {
        let parts = try breedAndNumber("great_pyrenees_173.jpg")
        #expect(parts.breed == "great_pyrenees" && parts.number == 173)
        let error = #expect(throws: PhotoProblem.self) { try breedAndNumber("notes.jpg") }
        #expect(error?.description.contains("notes.jpg") == true)
    }

    @Test func `a polynomial goes through as many points as it has parameters`() {
        let c = fittedPolynomial(degree: 3, [-1, 0, 1, 2], [-6, -1, 0, 9])
        for (x, y) in [(-1.0, -6.0), (0, -1), (1, 0), (2, 9)] { #expect(abs(polynomial(c, at: x) - y) < 1e-5) }
        let line = fittedPolynomial(degree: 1, [0, 1, 2, 3], [1, 3, 5, 7])
        #expect(abs(line[0] - 1) < 1e-6 && abs(line[1] - 2) < 1e-6)
        #expect(abs(fittedPolynomial(degree: 0, [0, 1, 5], [1, 2, 6])[0] - 3) < 1e-6)
    }

    @Test func `nobody is right about made-up buyers more often than four times in five`() throws {
        var random = SplitMix64(seed: 5)
        let table = try MadeUpBuyers(4000, using: &random)
        let columns = table.features
        #expect(columns.count == 4000)
        let share = table.buys.reduce(0, +) / 4000
        // A quarter is inclined: 0.25 · 0.8 + 0.75 · 0.2.
        #expect(abs(share - 0.35) < 0.03)
    }
}
