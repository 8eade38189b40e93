// # Only trying shows
//
// Section 2.1 · After this page you can find out in minutes whether a few labelled pictures are enough for a task.

import Common
import Datasets
import Figures
import Notebook
import Tensors

// Two mistakes are made about what deep learning can do. Whoever expects too much is disappointed after months of work,
// and whoever expects too little never begins. So have an open mind, and find out, with little effort, for the task
// that is yours.
//
// The first question is what data there are. Suppose somebody has labelled 200 pictures for you. Is that enough? No
// formula knows, because the same number may be plenty for one question and nothing for another. But with the pictures
// at hand, it takes minutes to find out: learn from some of them, and ask about others.
//
// `shareRight` does that in the plainest way there is. It takes each new picture for what the most similar one of the
// known pictures is. Nothing is trained, and there is nothing to choose:

/// The share of pictures whose most similar known picture has the same label.
/// - Parameters:
///   - known: [n, pixels], with a label for each.
///   - asked: [m, pixels], with the labels that are right.
public func shareRight(known: Tensor, _ labels: [Int], asked: Tensor, _ answers: [Int]) -> Double {
    // |a - b|² = |a|² - 2ab + |b|², and |a|² is the same for all known pictures.
    let distances = (known * known).sum(axis: 1) - 2 * asked.matmul(known.transposed())
    let nearest = (-distances).argmax(axis: 1).scalars
    return Double(zip(nearest, answers).count { labels[Int($0)] == $1 }) / Double(answers.count)
}

// Three questions about generated pictures of handwritten digits: is it a zero or a one? Which of the ten digits is it?
// And does whoever wrote it like cats? (That was decided by a coin, so no picture can know.)

extension ModelToProduction {
    func twoHundredLabels() {
        let counts = [10, 20, 50, 100, 200]
        let names = ["zero or one", "which of ten digits", "does the writer like cats"]
        let each = run.size(quick: 60, usual: 120)
        let digits = DigitImages.generated(digits: Array(0...9), train: each, valid: 0).train
        let pictures = Tensor(digits.images).reshaped(digits.count, -1) / 255
        let runs = run.overSeedsAtOnce(run.size(quick: 2, usual: 10)) { random -> [[Double]] in
            let coins = digits.labels.map { _ in Int.random(in: 0...1, using: &random) }
            let order = random.permutation(digits.count)
            return names.indices.map { question in
                let places = question == 0 ? order.filter { digits.labels[$0] < 2 } : order
                let labels = question == 2 ? coins : digits.labels
                // The second half is asked about, 40 pictures at least.
                let asked = Array(places.suffix(max(40, min(400, places.count - 200))))
                let free = Array(places.dropLast(asked.count))
                return counts.map { count in
                    let known = Array(free.prefix(count))
                    return shareRight(
                        known: pictures.rows(known), known.map { labels[$0] }, asked: pictures.rows(asked),
                        asked.map { labels[$0] })
                }
            }
        }
        let curves = names.indices.map { question in
            counts.indices.map { place in Spread(runs.map { $0[question][place] }).mean }
        }
        let colours: [Colour] = [.blue, .green, .vermilion]
        show(
            Chart(
                "The same 200 labels, three questions", x: "labelled pictures",
                y: "share of new pictures that are right",
                yLimits: 0...1
            ) {
                for (question, curve) in curves.enumerated() {
                    Line(counts, curve, names[question], colour: colours[question])
                    Points(counts, curve, colour: colours[question])
                }
            }, "Mean of \(counted(runs.count, "draw")); the most similar picture decides",
            predict: .choice(
                "Each question has 200 labelled pictures. For which of them are they of no use at all?", names,
                answer: names[2]))
        var table = TextTable(["question", "by guessing", "with 10", "with 50", "with 200"], decimals: 2)
        for (question, curve) in curves.enumerated() {
            table.add(names[question], [0.5, 0.1, 0.5][question], curve[0], curve[2], curve[4])
            record("200-labels/\(slug(names[question]))", over: runs.map { $0[question][4] })
        }
        show(table, "Share of new pictures that are right")
        // For the first question, ten pictures are nearly enough. For the second the curve still rises at its end: more
        // pictures will help, and how much can be read off its slope. For the third it lies flat, where guessing is.
        // More data of the same kind will not change that; other data might, or another question. Each of these three
        // answers is worth having before anybody has paid for 20,000 labels.
        //
        // So do not look for the perfect data set first. Take what you have: data from the work that you do anyway, a
        // public data set that is only related to it (on Kaggle, for instance), a part of the question. And begin in a
        // field where deep learning has been applied before. Where nobody has ever done it, you could not tell whether
        // your first failure is a mistake of yours or a task that cannot be done.
    }
}
