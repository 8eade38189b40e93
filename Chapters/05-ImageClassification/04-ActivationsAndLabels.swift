// # Activations and labels
//
// Section 5.4 · After this page you can take one batch out of the data, and see what a trained net says of it.

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Vision

// The training of section 5.3 had a loss, and nobody had named it. The library chose it: photos go in, a class comes
// out, so it took *cross-entropy*. It is like the loss of chapter 4, with two gains. It works for any number of
// classes, and nets learn from it faster and more reliably. This section takes it apart. First look at what it gets:
// what a net says of photos, and what is true. `trained` is the learner of section 5.3, with its net:

extension ImageClassification {
    func oneBatchOfPets() throws {
        // `oneBatch` takes one batch out of the data (the book's `one_batch`): photos and labels.
        let (x, y) = try trained.data.oneBatch(.valid)
        show(x.shape, "shape of the photos: photos, colours, rows, columns")
        show(y.scalars.map { Int($0) }, "their labels")

        // A label is the place of a breed in the vocabulary, counted from 0. The book's batch has 64 of 37 breeds, so
        // its labels are numbers from 0 to 36. Here they are with the names:
        let classes = try breeds.classes
        var table = TextTable(["photo", "label", "breed"])
        for place in 0..<min(5, x.shape[0]) {
            table.add(place, Int(y[place].item), classes[Int(y[place].item)])
        }
        show(
            table, "The first photos of a batch of \(dataName)",
            predict: .count(
                "\(classes.count) breeds, counted from 0: which is the largest label that there can be?",
                classes.count - 1))
    }

    func predictionsOfABatch() throws {
        // `getPreds` asks the net (the book's `get_preds`). It can be given `.train` or `.valid`, for all photos of one
        // of the two sets, or batches of your own, such as this one. What comes back are probabilities, the labels once
        // more, and the losses.
        let batch = try trained.data.oneBatch(.valid)
        let predictions = try trained.getPreds([batch])
        show(predictions.outputs.shape, "shape of the probabilities")
        let first = predictions.outputs[0]
        show(
            fixed(first.sum().item, 4), "the sum of the first row",
            predict: .number(
                "A row has a probability for each of \(first.count) breeds. What do they add up to?", first.sum().item))
        let classes = try breeds.classes
        let order = first.scalars.indices.sorted { first[$0].item > first[$1].item }
        var table = TextTable(["place", "breed", "probability"], decimals: 6)
        for (place, label) in order.prefix(6).enumerated() { table.add(place + 1, classes[label], first[label].item) }
        let label = Int(batch.1[0].item)
        show(table, "What the net says of the first photo; its label says \(classes[label])")
        show(order.first == label, "is the most probable breed the right one?")
    }

    func theBooksFirstPrediction() {
        // The book prints the 37 numbers that its net gives for one photo. They show something that is typical of a
        // trained net: one number is next to 1, and the others are not equal. They go over more than seven powers of
        // ten.
        let p = bookPrediction
        show(
            Chart(
                "37 probabilities of one photo: one is next to 1", x: "breed, by its label", y: "probability",
                yScale: .logarithmic
            ) {
                Points(p.indices, p)
            }, "What the book's net says of one photo, by powers of ten")
        let most = p.indices.max { p[$0] < p[$1] }!
        record("prediction/sum", p.reduce(0, +), book: 1, differs: "the sum of the printed numbers")
        record("prediction/largest", most, book: 11, ask: "Counted from 0, which of the 37 points is next to 1?")

        // It prints the labels of its batch, too. There are 64 of them, and the first belongs to this photo:
        show(bookLabels, "the labels of the book's batch")
        record("batch/labels", bookLabels.count, book: 64)
        show(
            bookLabels.allSatisfy { (0..<37).contains($0) } && bookLabels[0] == most,
            "all are from 0 to 36, and the first is the breed that the net chose")

        // 0.9928 for breed 11, and the label is 11. The second guess, breed 17, gets 0.0036, nearly 280 times less.
        // Nothing in the last layer of a net adds up to 1 by itself. How do these numbers come about?
    }
}

// MARK: Helpers

/// The labels that the book prints for one batch. (The book's `y`.)
let bookLabels = [
    11, 0, 0, 5, 20, 4, 22, 31, 23, 10, 20, 2, 3, 27, 18, 23, 33, 5, 24, 7, 6, 12, 9, 11, 35, 14, 10, 15, 3, 3, 21, 5,
    19,
    14, 12, 15, 27, 1, 17, 10, 7, 6, 15, 23, 36, 1, 35, 6, 4, 29, 24, 32, 2, 14, 26, 25, 21, 0, 29, 31, 18, 7, 7, 17,
]

/// What the book prints for one photo, breed by breed. (The book's `preds[0]`.)
let bookPrediction: [Double] = [
    7.9069e-04, 6.2350e-05, 3.7607e-05, 2.9260e-06, 1.3032e-05, 2.5760e-05, 6.2341e-08, 3.6400e-07, 4.1311e-06,
    1.3310e-04, 2.3090e-03, 9.9281e-01, 4.6494e-05, 6.4266e-07, 1.9780e-06, 5.7005e-07, 3.3448e-06, 3.5691e-03,
    3.4385e-06, 1.1578e-05, 1.5916e-06, 8.5567e-08, 5.0773e-08, 2.2978e-06, 1.4150e-06, 3.5459e-07, 1.4599e-04,
    5.6198e-08, 3.4108e-07, 2.0813e-06, 8.0568e-07, 4.3381e-07, 1.0069e-05, 9.1020e-07, 4.8714e-06, 1.2734e-06,
    2.4735e-06,
]
