// # Recommendations
//
// Section 1.9 · After this page you have a model that predicts ratings, and read a loss as what it is.

import Common
import Datasets
import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training
import Vision

// The last application has no features at all, no pixels, no words, no columns. All that is known is who gave which
// film how many stars. The model finds numbers for each person and each film, by itself, such that those fit together
// which like each other. Chapter 8 is about nothing else.
//
// A rating is a number with known limits. So the model is told a *range* (the book's `y_range`): what it computes is
// bent such that it cannot leave it, by the engine's `RangedSigmoid` (the book's `sigmoid_range`). The best rating is
// 5, and the range goes to 5.5, for the limit itself is never reached. Without a range it could predict seven stars.
// (For classes nobody needs that, and neither for numbers that could be anything.)

extension FirstModels {
    /// A model of ratings, trained as in the book (its `fine_tune(10)`, where an epoch takes a second at most): one
    /// epoch, and then ten more at half the rate.
    private func recommender(range: ClosedRange<Float>?) throws -> (
        data: RatingLoaders, learner: Learner<IntTensor, Tensor>
    ) {
        var random = run.random
        let ratings = RatingLoaders(try data.ratings.contents, using: &random)
        let learner = collabLearner(ratings, range: range, using: &random)
        try EpochReporting.silently {
            try learner.fitOneCycle(1, learningRate: 2e-3, rise: 0.99)
            try learner.fitOneCycle(run.size(quick: 2, usual: 10), learningRate: 1e-3, rise: 0.3, startDivisor: 5)
        }
        return (ratings, learner)
    }

    func noNumberLeavesTheRange() {
        show(
            RangedSigmoid(0.5...5.5)(Tensor([-20, -1, 0, 1, 20])),
            "what it makes of -20, -1, 0, 1 and 20, from 0.5 to 5.5")
        show(
            RangedSigmoid(0.5...5.5)(Tensor([0])).item, "a model that knows nothing yet computes 0, which becomes",
            ask: "The middle between 0.5 and 5.5 is what 0 becomes. What is it?")
    }

    func ratings() throws {
        let (ratings, learner) = try recommender(range: 0.5...5.5)
        let all = try data.ratings.contents
        show(
            "\(all.count) ratings by \(ratings.users.count) people of \(ratings.films.count) films",
            "from \(data.ratings.name)")
        let rows = learner.recorder.rows
        var table = TextTable(
            ["epoch", "train_loss", "valid_loss", "book: train_loss", "valid_loss"], decimals: 4)
        for (place, row) in rows.enumerated() {
            let book = place < BookRatings.losses.count ? BookRatings.losses[place] : nil
            table.add(place == 0 ? "first" : "\(place - 1)", row.trainLoss, row.validLoss, book?.0, book?.1)
        }
        show(table, "A model of \(data.ratings.name); the book's is of movie_lens_sample")
        let loss = Double(rows.last!.validLoss)
        let isSame = data.ratings.name == "movie_lens_sample"
        record(
            "ratings/valid-loss", loss, book: 0.601550,
            differs: isSame ? "another random split" : "\(all.count) other ratings", on: data.ratings)

        // Ten ratings that the model has not seen, and what it says of them, as the book shows them:
        let predicted = noGrad { learner.model(ratings.valid.inputs) }.scalars
        let stars = ratings.valid.targets.scalars
        let pairs = ratings.valid.inputs
        var ten = TextTable(
            ["user", "film", "rating", "predicted", "the book: user", "film", "rating", "predicted"], decimals: 2)
        for row in 0..<min(10, stars.count) {
            let book = BookRatings.rows[row]
            ten.add(
                Int(ratings.users[pairs[row, 0].item]), Int(ratings.films[pairs[row, 1].item]), stars[row],
                predicted[row],
                book.user, book.film, book.rating, book.predicted)
        }
        show(ten, "Ratings and predictions, ten of \(data.ratings.name) and ten of the book's")
        let errors = zip(stars, predicted).map { Double($0 - $1) }
        let mean = Double(stars.reduce(0, +)) / Double(stars.count)
        record("ratings/mean-squared-error-of-always-the-mean", squaredMean(stars.map { Double($0) - mean }))

        // The book says that its model is wrong by about 0.6 on average. But 0.60 is its loss, and that is a mean of
        // *squares*. Its root is 0.78. In the ten rows that the book shows:
        show(
            BookRatings.measures.map { fixed($0, 4) }.joined(separator: ", "),
            "mean distance, mean square, and its root in the book's ten rows",
            predict: .change(
                "A mean square is 0.60. Is the typical error, its root, smaller or larger than that?", from: 0.60,
                to: sqrt(0.60)))
        let ours = [errors.map { abs($0) }.reduce(0, +) / Double(errors.count), squaredMean(errors)]
        show(
            (ours + [sqrt(ours[1])]).map { fixed($0, 4) }.joined(separator: ", "),
            "the same for all of our validation ratings")
    }

    func withoutARange() throws {
        // And without a range? Then the model has to learn first where ratings are at all. It begins at 0 stars:
        let (_, learner) = try recommender(range: nil)
        record("ratings/valid-loss-after-one-epoch-without-a-range", learner.recorder.rows[0].validLoss)
        let last = Double(learner.recorder.rows.last!.validLoss)
        record("ratings/valid-loss-without-a-range", last)
        // The range has spared the other model this way. Where does it end?
        if let ranged = run.records.first(where: { $0.name == "ratings/valid-loss" })?.measured {
            show(
                last < ranged
                    ? "In the end, the model without a range has the smaller loss here."
                    : "In the end, its loss is \(percent((last - ranged) / ranged)) above that with a range.")
        }
    }
}

// MARK: Helpers

func squaredMean(_ numbers: [Double]) -> Double { numbers.reduce(0) { $0 + $1 * $1 } / Double(max(1, numbers.count)) }

/// What the book prints.
public enum BookRatings {
    static let losses = [
        (1.554056, 1.428071), (1.393103, 1.361342), (1.297930, 1.159169), (1.052705, 0.827934), (0.810124, 0.668735),
        (0.711552, 0.627836), (0.657402, 0.611715), (0.633079, 0.605733), (0.622399, 0.602674), (0.629075, 0.601671),
        (0.619955, 0.601550),
    ]
    static let rows: [(user: Int, film: Int, rating: Double, predicted: Double)] = [
        (157, 1200, 4, 3.558502), (23, 344, 2, 2.700709), (19, 1221, 5, 4.390801), (430, 592, 3.5, 3.944848),
        (547, 858, 4, 4.076881), (292, 39, 4.5, 3.753513), (529, 1265, 4, 3.349463), (19, 231, 3, 2.881087),
        (475, 4963, 4, 4.023387), (130, 260, 4.5, 3.979703),
    ]
    /// Of these ten rows: the mean distance, the mean square, and its root.
    public static var measures: [Double] {
        let errors = rows.map { $0.rating - $0.predicted }
        let square = squaredMean(errors)
        return [errors.map(abs).reduce(0, +) / 10, square, sqrt(square)]
    }
}
