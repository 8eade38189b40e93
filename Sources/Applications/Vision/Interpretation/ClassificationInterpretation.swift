// # What a classifier gets wrong
//
//     let interpretation = try ClassificationInterpretation(learner)
//     show(interpretation.confusionFigure)
//     for pair in interpretation.mostConfused(atLeast: 5) { print(pair) }
//
// One number says how often a net is wrong, but not where. The confusion matrix counts, for each class, what its photos
// were taken for. Its largest numbers beside the diagonal are the pairs that are hard to tell apart; and the photos
// with the largest losses are those that the net was most wrong about, or whose labels are.

import Common
import Figures
import Tensors

/// The judgement of a classifier over a set of photos. (The book's `ClassificationInterpretation`.)
public struct ClassificationInterpretation: Sendable {
    public let classes: [String]
    /// [n, classes]
    public let probabilities: Tensor
    /// What each photo shows, what it was taken for, and its loss.
    public let actual: [Int], predicted: [Int], losses: [Float]
    /// How often photos of a class (row) were taken for one of a class (column).
    public let confusionMatrix: [[Int]]

    /// - Parameters:
    ///   - probabilities: [n, classes]
    ///   - actual: the class of each photo.
    ///   - losses: nil for the cross-entropy of the probabilities.
    public init(_ probabilities: Tensor, actual: [Int], losses: [Float]? = nil, classes: [String]) {
        require(
            probabilities.shape == [actual.count, classes.count]
                && actual.allSatisfy { classes.indices.contains($0) } && losses?.count ?? actual.count == actual.count,
            "an interpretation of probabilities \(probabilities.shape) with \(counted(actual.count, "label"))",
            "each photo needs a label, and a probability for each class")
        (self.probabilities, self.actual, self.classes) = (probabilities.detached(), actual, classes)
        predicted = actual.isEmpty ? [] : probabilities.argmax(axis: 1).scalars
        let all = probabilities.scalars
        self.losses =
            losses
            ?? actual.enumerated().map { photo, label in
                -Tensor(max(all[photo * classes.count + label], .leastNormalMagnitude)).log().item
            }
        var matrix = [[Int]](repeating: [Int](repeating: 0, count: classes.count), count: classes.count)
        for (label, guess) in zip(actual, predicted) { matrix[label][guess] += 1 }
        confusionMatrix = matrix
    }

    /// The share of photos that were taken for what they show.
    public var accuracy: Double {
        Double(zip(actual, predicted).count { $0 == $1 }) / Double(max(actual.count, 1))
    }
}

// MARK: Which classes

/// A class that was taken for another.
public struct Confusion: Equatable, Sendable, CustomStringConvertible {
    public let actual: String, predicted: String
    public let count: Int
    public var description: String { "\(actual) taken for \(predicted): \(count)" }
}

extension ClassificationInterpretation {
    /// What was taken for what, the most frequent first; those of the same count in the order of the classes. (The
    /// book's `most_confused`, where the bound is called `min_val`: it is a count.)
    public func mostConfused(atLeast least: Int = 1) -> [Confusion] {
        let pairs = classes.indices.flatMap { row in
            classes.indices.filter { $0 != row && confusionMatrix[row][$0] >= max(least, 1) }.map { column in
                Confusion(actual: classes[row], predicted: classes[column], count: confusionMatrix[row][column])
            }
        }
        // A stable sort: Swift's `sorted` does not promise to be one.
        return pairs.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
            .map(\.element)
    }

    /// The matrix as a picture. (The book's `plot_confusion_matrix`.)
    public var confusionFigure: ConfusionMatrix { ConfusionMatrix(confusionMatrix, classes: classes) }
}

// MARK: Which photos

/// A photo with its loss.
public struct TopLoss: Equatable, Sendable {
    /// Its place among the photos, from 0.
    public let place: Int
    public let loss: Float
    public let actual: String, predicted: String
    /// Of what was predicted.
    public let probability: Float
}

extension ClassificationInterpretation {
    /// The photos with the largest losses, the largest first.
    public func topLosses(_ count: Int = 9) -> [TopLoss] {
        let order = losses.indices.sorted { (losses[$1], $0) < (losses[$0], $1) }
        return order.prefix(max(count, 0)).map { place in
            TopLoss(
                place: place, loss: losses[place], actual: classes[actual[place]],
                predicted: classes[predicted[place]], probability: probabilities[place, predicted[place]].item)
        }
    }

    /// These photos; above each its loss, how sure the net was, and what it said and what is true, as "3.00 (90 %)
    /// boxer / pug". (The book's `plot_top_losses`, with the names last: they may be long.)
    /// - Parameter photos: all photos, in the order of the probabilities.
    /// - Throws: ``PhotoProblem``, which names the file that cannot be read.
    public func topLossesFigure(_ photos: [any PhotoSource], count: Int = 9, columns: Int = 3) throws -> ImageGrid {
        let losses = topLosses(count)
        let pictures = try losses.map { try photos[$0.place].opened().photo(atLeast: 260).raster }
        let titles = losses.map { photo in
            let sureness = Int((photo.probability * 100).rounded())
            return "\(fixed(photo.loss, 2)) (\(sureness) %) \(photo.predicted) / \(photo.actual)"
        }
        return ImageGrid(pictures, titles: titles, columns: columns, cellSize: 260)
    }
}

// MARK: From a learner

extension ClassificationInterpretation {
    /// What a learner says of one of its sets.
    /// - Throws: ``PhotoProblem``, which names the file that cannot be read.
    public init(_ learner: VisionLearner<CategoryBlock>, on part: DatasetPart = .valid) throws {
        let predictions = try learner.getPreds(part)
        self.init(
            predictions.outputs, actual: predictions.targets.scalars, losses: predictions.losses.scalars,
            classes: learner.data.target.vocabulary.classes)
    }
}
