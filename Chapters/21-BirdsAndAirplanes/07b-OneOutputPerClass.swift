// # One output for each class
//
// Section 21.7 · After this page you can write labels as rows of zeros with a single one, and say what the outputs of a
// classifier should have to be read as probabilities.

import Figures
import Notebook
import Tensors
import Training

// So classes get no numbers, but places. The net has as many outputs as there are classes, and the label says which of
// them should be 1, while the others should be 0. An airplane is [1, 0] and a bird is [0, 1]: one of them is hot, hence
// the name *one-hot*. Which class comes first is arbitrary, as long as it stays so. A label that is no class has no
// place, and is refused:

/// A label that is not one of the classes.
public struct LabelError: Error, Equatable, CustomStringConvertible {
    public let label, classes: Int

    public init(_ label: Int, classes: Int) { (self.label, self.classes) = (label, classes) }

    public var description: String { "there is no class \(label): the classes are 0 to \(classes - 1)" }
}

// First with a list for each label, number by number:

/// Labels [n] as rows [n, classes]: 1 at the place of the label, else 0.
public func oneHotByHand(_ labels: [Int], classes: Int) throws -> [[Float]] {
    try labels.map { label in
        guard (0..<classes).contains(label) else { throw LabelError(label, classes: classes) }
        return (0..<classes).map { $0 == label ? 1 : 0 }
    }
}

// The same by broadcasting. A column of labels [n, 1] is compared with a row of all classes [classes]:

/// The same as a tensor.
public func oneHot(_ labels: IntTensor, classes: Int) throws -> Tensor {
    if let wrong = labels.scalars.first(where: { !(0..<classes).contains($0) }) {
        throw LabelError(wrong, classes: classes)
    }
    return Tensor(labels.unsqueezed(1) .== IntTensor(Array(0..<classes)))
}

extension BirdsAndAirplanes {
    func labelsAsRows() throws {
        // An airplane, a bird, a bird; and a label from the ten classes, where there are only two:
        let labels = IntTensor([0, 1, 1])
        let rows = try oneHot(labels, classes: 2)
        show(
            rows, "airplane, bird, bird",
            predict: .shape("Three labels, two classes: what is the shape of the one-hot rows?", rows.shape))
        show(try oneHotByHand([0, 1, 1], classes: 2).flatMap(\.self) == rows.scalars, "by hand: the same")
        do {
            _ = try oneHot(IntTensor([0, 2]), classes: 2)
        } catch {
            show("\(error)", "what oneHot throws for the label 2")
        }

        // These are the rows of a table that has ones on its diagonal, which makes a third way:
        show((Tensor.eye(2).rows(labels.scalars) - rows).abs().max().item, "difference to rows of such a table")
    }

    func fairPrices() throws {
        // Now any mistake costs the same. Here is the squared error between the rows of all pairs of four classes:
        let rows = try oneHot(IntTensor([0, 1, 2, 3]), classes: 4)
        let errors = (0..<4).map { i in (0..<4).map { j in (rows[i] - rows[j]).squared().sum().item } }
        show(
            PixelTable(errors, title: "Squared error between one-hot rows"),
            "Every mistake costs 2, whichever classes are mixed up")

        // And the net that was torn between airplane and deer? The mean of [1, 0, 0, 0, 0] and [0, 0, 0, 0, 1] says
        // just that, and no bird comes into it:
        let torn = try oneHot(IntTensor([0, 4]), classes: 5).mean(axis: 0)
        show(
            torn, "the answer with the smallest error",
            predict: .numbers(
                "Five classes; class 0 or 4, each as likely: which five outputs have the smallest error?",
                torn.scalars))
    }

    func whatProbabilitiesNeed() throws {
        // A real net will not give exact zeros and ones. If its outputs are between them, one may read them as
        // probabilities: 0.9 for bird, 0.1 for airplane. For that, two things must hold: every output is between 0 and
        // 1, and all of them add up to 1. Nothing in the net sees to it. These are the scores of an untrained one:
        var random = run.random
        let net = shallowNet(using: &random)
        let (x, _) = try firstPictures(3)
        let scores = net(x)
        show(scores, "scores of three pictures")
        let sums = scores.sum(axis: 1)
        let within = scores.scalars.allSatisfy { (0...1).contains($0) }
        show(sums, "their sums")
        show(
            within && (sums - 1).abs().max().item < 1e-3, "they are probabilities",
            ask: "Are the scores of an untrained net between 0 and 1, with the sum 1?")

        // So something has to come behind the last layer that turns any scores into probabilities. That is the next
        // section. (A squared error on probabilities is already a far better loss than one on the numbers of classes.
        // It is still not a good one: section 21.9 shows why.)
    }
}
