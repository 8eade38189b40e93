// # Programs and models
//
// Section 1.4 · After this page you can tell a model from an ordinary program.

import Figures
import Foundation
import Notebook
import Vision

// A program is a list of steps that somebody has thought of. For sorting names that works well:

extension FirstModels {
    func anOrdinaryProgram() {
        let names = ["Siamese", "Bengal", "Ragdoll"]
        show(names.sorted(), "sorted by a program")
        show(
            NodeDiagram(
                "A program", [.init("inputs", 0, 0), .init("program", 1, 0, isStep: true), .init("results", 2, 0)],
                [.init("inputs", "program"), .init("program", "results")]),
            "What goes in, what works, what comes out (the book's figure 1-4)")
    }

    func rulesForCats() throws {
        // Now write down the steps by which you recognize a cat. You cannot: your brain does it, and does not tell you
        // how. Whoever tries ends up with rules like "cats are darker than dogs", or "brown ones are dogs". Here are
        // three of this kind. Each looks at a number of the photo; what is above some threshold is a cat and the rest
        // are dogs, or the other way round. The threshold is the one that suits these very photos best:
        let looks = try photos.map { try ColoursOfPhoto($0) }
        let isCat = try photos.map { Chapter01.isCat($0.lastPathComponent) }
        var table = TextTable(["rule", "right"], decimals: 3)
        var best = 0.0
        for (name, value) in ColoursOfPhoto.all {
            let numbers = looks.map { $0[keyPath: value] }
            let shares = Set(numbers).map { threshold in
                let right = Double(zip(numbers, isCat).count { ($0 < threshold) == $1 }) / Double(numbers.count)
                return max(right, 1 - right)
            }
            table.add("by \(name)", shares.max()!)
            best = max(best, shares.max()!)
        }
        table.add("always the more frequent kind", shareOfMostFrequent(isCat.map { $0 ? 1 : 0 }))
        let errors = try trained.learner.recorder["error_rate"]
        table.add("the model of section 1.3, on photos new to it", 1 - Double(errors.last!))
        show(table, "Rules that a person can write, and a model (\(dataName))")
        record("rules/best-rule-for-cats", best)
    }

    func programsWithWeights() {
        // Arthur Samuel of IBM had an idea about this in 1949, and wrote about it in 1962: do not tell the computer the
        // steps. Show it examples, and let it find out. For that, what the program does must depend on numbers that can
        // be changed. He called them *weights*, and one choice of values for all of them a *weight assignment*:
        let model: (_ inputs: [Double], _ weights: [Double]) -> Bool = { inputs, weights in
            zip(inputs, weights).reduce(0) { $0 + $1.0 * $1.1 } > 0
        }
        show(model([3, 5], [1, -1]), "inputs 3 and 5, weights 1 and -1: “the first is larger”")
        show(
            model([3, 5], [-1, 1]), "the same inputs, weights -1 and 1: “the second is larger”",
            predict: .yesNo("With the weights -1 and 1, does the model say true?", true))
        // One function, two programs. That is no longer a program in the old sense, so the box gets another name,
        // *model*: (What Samuel called weights is called *parameters* today. Weights are one kind of them.)
        show(
            NodeDiagram(
                "A model",
                [
                    .init("inputs", 0, 0), .init("weights", 0, 1), .init("model", 1, 0.5, isStep: true),
                    .init("results", 2, 0.5),
                ], [.init("inputs", "model"), .init("weights", "model"), .init("model", "results")]),
            "A program with another kind of input (the book's figure 1-5)")
    }
}

// MARK: Helpers

/// Three numbers of a photo that a person might make rules of.
private struct ColoursOfPhoto {
    let darkness: Double, redness: Double, middle: Double

    static let all: [(String, KeyPath<ColoursOfPhoto, Double> & Sendable)] = [
        ("how dark it is", \.darkness), ("how red it is", \.redness),
        ("how much darker the middle is than the rest", \.middle),
    ]

    init(_ file: URL) throws {
        let photo = try Photo(file, atLeast: 32)
        var (sum, red, inside, count) = (0.0, 0.0, 0.0, 0.0)
        for y in stride(from: 0, to: photo.height, by: max(1, photo.height / 32)) {
            for x in stride(from: 0, to: photo.width, by: max(1, photo.width / 32)) {
                let pixel = photo[x, y]
                let grey = Double(pixel.brightness)
                let isInside =
                    abs(x * 2 - photo.width) * 2 < photo.width && abs(y * 2 - photo.height) * 2 < photo.height
                (sum, red, count) = (sum + grey, red + Double(pixel.red) - Double(pixel.blue), count + 1)
                inside += isInside ? grey * 3 : -grey
            }
        }
        (darkness, redness, middle) = (-sum / count, red / count, -inside / count)
    }
}
