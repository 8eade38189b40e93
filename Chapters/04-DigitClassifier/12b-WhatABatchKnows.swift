// # What a batch knows
//
// Section 4.12 · After this page you can say what the order and the size of batches do to a gradient.

import Common
import Figures
import Notebook
import Tensors
import Training

// To compare gradients, take all of them at the same place, the random parameters of section 4.10:

extension DigitClassifier {
    /// The gradient of the weights [784] at the random start, for the training images at these places.
    func startGradient(_ places: [Int]) throws -> Tensor {
        let (parameters, (x, y)) = (randomParameters, try trainSet.batch(places))
        mnistLoss(linear1(x, parameters), y).backward()
        return parameters[0].grad!.flattened()
    }
}

// How well do two of them agree? If they point in the same direction, their *cosine* is 1; if they have nothing to do
// with each other, 0; if they are opposites, -1:

/// The cosine of the angle between two gradients; 0 if one of them is 0.
public func agreement(_ a: Tensor, _ b: Tensor) -> Float {
    let (ofA, ofB) = (a.dot(a).sqrt().item, b.dot(b).sqrt().item)
    return ofA == 0 || ofB == 0 ? 0 : (a / ofA).dot(b / ofB).item
}

extension DigitClassifier {
    func whatOrderDoes() throws {
        // A batch from the beginning holds threes, one from the end sevens:
        let count = try trainSet.count
        let size = min(256, count / 2)
        let first = try startGradient(Array(0..<size))
        let last = try startGradient(Array(count - size..<count))
        show(fixed(agreement(first, last), 4), "agreement of a batch of threes and a batch of sevens")

        // They disagree: what helps threes harms sevens. In order, the first half of an epoch is deaf to the sevens,
        // and the second half to the threes. Section 4.14 shows what comes of that. Two shuffled batches agree better:
        var random = run.random
        let order = random.permutation(count)
        let shuffled = try [0, size].map { try startGradient(Array(order[$0..<$0 + size])) }
        show(fixed(agreement(shuffled[0], shuffled[1]), 4), "agreement of two shuffled batches")
    }
}

// How much does a batch know about the gradient of all images? Draw many batches of several sizes (`once` keeps what
// has been computed, for the next time it is wanted):

extension DigitClassifier {
    /// The gradients of random batches [draws, 784], by their size. The last size is all images.
    var startGradients: [(size: Int, rows: Tensor)] {
        get throws {
            try run.once {
                let sizes = run.size(quick: [1, 16, 256], usual: [1, 16, 256], full: [1, 4, 16, 64, 256, 1024])
                let draws = run.size(quick: 20, usual: 40, full: 400)
                var random = run.random
                let count = try trainSet.count
                return try (sizes.filter { $0 < count } + [count]).map { size in
                    let places = (0..<(size == count ? 1 : draws)).map { _ in
                        Array(random.permutation(count).prefix(size))
                    }
                    return (size, Tensor.stack(try places.map(startGradient)))
                }
            }
        }
    }
}

// Their lengths are interesting, and so is the length of what separates them from the gradient of all images, their
// *error*:

/// The length of every row: [n, m] → [n]
public func lengths(_ rows: Tensor) -> Tensor { rows.squared().sum(axis: 1).sqrt() }

// The errors of several batches are summed up by the square root of the mean of their squares:

/// The usual size of some numbers.
func usualSize(_ numbers: Tensor) -> Float { numbers.squared().mean().sqrt().item }

extension DigitClassifier {
    func sizeOfABatch() throws {
        // Both as shares of the length of the gradient of all images:
        let count = try trainSet.count
        let whole = try startGradient(Array(0..<count))
        let unit = whole.squared().sum().sqrt()
        var table = TextTable(
            ["batch size", "steps per epoch", "agreement", "shortest", "longest", "error"], decimals: 3)
        for (size, rows) in try startGradients {
            let agreements = Tensor((0..<rows.shape[0]).map { agreement(rows[$0], whole) })
            let (length, error) = (lengths(rows) / unit, usualSize(lengths(rows - whole) / unit))
            table.add(
                size, (count + size - 1) / size, agreements.mean().item, length.min().item, length.max().item, error)
        }
        let question = "About how many times smaller does the error get when batches hold 256 images instead of 16?"
        show(
            table, "Gradients of random batches, compared with that of all images",
            predict: .number(question, 4.0, within: .percent(30)))

        // A single image says little. Many have a score so far from 0 that their gradient vanishes (section 4.11), and
        // a few have a huge one. But the gradient of all images is a mean over them, and a batch is a sample: its error
        // falls with the square root of its size. 16 times the work makes it about 4 times smaller (only about, because
        // so few draws scatter, above all at size 1):
        let batches = try startGradients.dropLast().map { (size: $0.size, errors: lengths($0.rows - whole) / unit) }
        let largest = batches.last!
        show(
            Chart(
                "Four times the images, half the error", x: "images in a batch", y: "error of the gradient",
                xScale: .logarithmic, yScale: .logarithmic
            ) {
                Points(
                    batches.flatMap { batch in batch.errors.scalars.map { _ in batch.size } },
                    batches.flatMap { $0.errors.scalars }, "a batch")
                Line(
                    batches.map(\.size),
                    batches.map { usualSize(largest.errors) * (Float(largest.size) / Float($0.size)).squareRoot() },
                    "1 / √size", colour: .black, dashed: true)
            }, "Error of the gradient, by the size of the batch")

        // Precision is expensive, and every step is a chance to learn. So a batch is neither one image nor all of them.
    }
}
