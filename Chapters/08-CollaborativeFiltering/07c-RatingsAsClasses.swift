// # Ratings as classes
//
// Section 8.7 · After this page you can train a recommender with cross-entropy, and compare it with one of numbers.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// Among the book's projects is this one: what if the five ratings were five classes? The model then needs five outputs
// in place of one, without a range, and the loss is cross-entropy. What is lost is the order: for this loss, 1 in place
// of 5 is as wrong as 4. What is gained is a probability for each rating. `classesOfRatings` makes the targets:

/// 1 to 5 stars as classes 0 to 4; half stars go up.
func classesOfRatings(_ ratings: Tensor) -> IntTensor {
    IntTensor(ratings.scalars.map { Int(min(5, max(1, $0.rounded(.up)))) - 1 })
}

// The model has to end in a single number again. There are two ways from five probabilities: the most likely rating, or
// the mean of the ratings, each counted by its probability. `expectedRating` is the second:

/// The mean rating by the probabilities of five classes: scores [b, 5] → [b]
public func expectedRating(_ scores: Tensor) -> Tensor {
    scores.softmax(axis: 1).matmul(Tensor([1, 2, 3, 4, 5]))
}

extension CollaborativeFiltering {
    func asClasses() throws {
        show(
            significant(expectedRating(Tensor([[0, 0, 0, 2, 2]]))[0].item, 4),
            "expected rating for scores 0, 0, 0, 2, 2",
            predict: .yesNo("Scores for one to five stars are 0, 0, 0, 2 and 2. Is the expected rating 4.5?", false))

        // The net of run H with five outputs, on the first split:
        let found = try onFirstSplit { data, random in
            let sizes = [data.users.count, data.titles.count].map { (rows: $0, width: embeddingSize($0)) }
            let net = TabularModel(sizes, numbers: 0, outputs: 5, layers: [100, 50], using: &random)
            return try trained(net, on: data, decay: 0.1, using: &random) { scores, ratings in
                crossEntropy(scores, classesOfRatings(ratings))
            }
        }
        let (x, y) = (found.data.validRatings.inputs, found.data.validRatings.targets)
        let scores = noGrad { found.model(x) }
        let byNumber = noGrad { try? runH[0].model(x).flattened() }!
        let likely = Tensor(scores.argmax(axis: 1)) + 1
        let hits = { (predictions: Tensor) in
            Float((classesOfRatings(predictions.rounded().clamped(min: 1, max: 5)) .== classesOfRatings(y)).trueCount)
                / Float(y.count)
        }
        let counts = classesOfRatings(y).bincount(minLength: 5).scalars
        let usual = Tensor.full(Float(counts.firstIndex(of: counts.max()!)! + 1), [y.count])
        var table = TextTable(["prediction", "squared error", "stars exactly right"], decimals: 3)
        let rows = [
            ("H: trained on the squared error", byNumber), ("classes, expected rating", expectedRating(scores)),
            ("classes, most likely rating", likely), ("always the most frequent rating", usual),
        ]
        for (name, predictions) in rows { table.add(name, mseLoss(predictions, y).item, hits(predictions)) }
        show(
            table, "Numbers and classes on \(dataName)",
            predict: .choice(
                "Which rating made of five probabilities has the smaller squared error?",
                ["the expected one", "the most likely one"],
                answer: mseLoss(expectedRating(scores), y).item < mseLoss(likely, y).item
                    ? "the expected one" : "the most likely one"))
        record("classes/expected-rating", mseLoss(expectedRating(scores), y).item)
        record("classes/most-likely-rating", mseLoss(likely, y).item)

        // Each is good at what it was made for. To be near, take the mean of what is possible; to be exactly right as
        // often as one can, take what is most likely. And the expected rating is about as near as a
        // model that was trained for the squared error: with enough ratings, the order of the stars has been learned
        // too.
    }
}
