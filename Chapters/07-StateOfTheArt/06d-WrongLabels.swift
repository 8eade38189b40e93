// # Wrong labels
//
// Section 7.6 · After this page you can plant wrong labels, and measure how much of them a net takes over.

import Common
import Figures
import Notebook
import Tensors
import Training
import Vision

// No large data set is without wrong labels, and nobody knows which they are. So plant some. A share of the training
// photos gets another class, drawn from the other nine. The validation photos keep theirs: we want to know how
// well the net sees, not how well it repeats mistakes.

/// Labels of which a share is wrong: exactly so many, each another class than before, all others alike.
public func withWrongLabels(
    _ labels: [Int], share: Double, classes: Int, using random: inout SplitMix64
) -> [Int] {
    var wrong = labels
    let count = Int((share * Double(labels.count)).rounded())
    for place in random.permutation(labels.count).prefix(count) {
        wrong[place] = (labels[place] + 1 + Int(random.uniform() * Double(classes - 1))) % classes
    }
    return wrong
}

extension StateOfTheArt {
    func plantedMistakes() throws {
        var random = run.random
        let labels = try mixParts.train.labels
        let planted = withWrongLabels(labels, share: 0.3, classes: try classes.count, using: &random)
        let wrong = zip(labels, planted).count { $0 != $1 }
        show(
            Double(wrong) / Double(labels.count), "share of labels that are wrong now",
            ask: "30 % of the labels get another class. Which share is wrong then?")
        // For each photo with a wrong label, its label says one of the nine other classes. Among those that are
        // labelled "class 0", most are still right:
        let zero = zip(labels, planted).filter { $1 == 0 }
        record("wrong-labels/right-among-class-0", Double(zero.count { $0.0 == 0 }) / Double(zero.count))
    }

    func smoothingAgainstMistakes() throws {
        // How sure should a net be, then? If 0.3 of the labels are wrong, the best answer to a photo that it recognizes
        // is not 1 but 0.7 for what its label mostly is. Smoothed labels are nearer to that. Here are nets that
        // learned from right labels, and nets that learned from wrong ones, with and without smoothing:
        let epochs = noisyEpochs
        var table = TextTable(
            ["wrong labels", "cross-entropy", "smoothed, ε = 0.1", "smoothed, ε = 0.3", "ε = 0.1 better on"],
            decimals: 3)
        var means: [[Double]] = []
        for share in wrongShares {
            let all = try [0, 0.1, 0.3].map { ε in try accuracies(wrong: share, smoothing: Float(ε), epochs: epochs) }
            let better = zip(all[1], all[0]).count { $0 > $1 }
            table.add(
                "\(percent(share))", Spread(all[0]), Spread(all[1]), Spread(all[2]),
                "\(better) of \(all[0].count)")
            let key = "wrong-labels/\(Int((100 * share).rounded()))-percent"
            record("\(key)-plain", over: all[0])
            record("\(key)-smoothed", over: all[1])
            means.append(all.map { Spread($0).mean })
        }
        show(
            table, "Accuracy on rightly labelled photos of \(dataName), \(counted(epochs, "epoch"))",
            predict: .change(
                "Four out of ten labels are wrong. On photos with right labels, the net's accuracy becomes …",
                from: means[0][0], to: means.last![0]))
        let always = try majorityShare
        show(
            Chart("Wrong labels cost", x: "share of wrong labels", y: "accuracy") {
                for (way, (name, colour)) in [
                    ("cross-entropy", Colour.vermilion), ("smoothed, ε = 0.1", .blue), ("smoothed, ε = 0.3", .green),
                ].enumerated() {
                    Line(wrongShares, means.map { $0[way] }, name, colour: colour)
                    Points(wrongShares, means.map { $0[way] }, colour: colour)
                }
                Rule(y: always, "always the most frequent class")
            }, "Accuracy by the share of wrong training labels")

        // The first thing to see is how much a net forgives: compare what it loses with the share of wrong labels.
        // Mistakes that are spread over all other classes pull in many directions, and the right answers in one. The
        // second thing is how much smoothing adds to that:
        let gains = means.map { $0[1] - $0[0] }
        show(
            zip(wrongShares, gains).map { "\(percent($0)): \(signed($1, 3))" }.joined(separator: ", "),
            "gain of ε = 0.1, by the share of wrong labels")
        show(
            gains.allSatisfy { abs($0) < 0.02 }
                ? "Here that is less than two photos in a hundred, which \(counted(seeds, "seed")) can hardly tell from nothing."
                : gains.last! > gains[0]
                    ? "Here smoothing is worth more, the more labels are wrong."
                    : "Here smoothing is not worth more where more labels are wrong.")

        // These nets had a few epochs. The last page of this section gives others the time to learn mistakes by heart.
    }
}

// MARK: Helpers

extension StateOfTheArt {
    private var wrongShares: [Double] { run.size(quick: [0, 0.4], usual: [0, 0.4]) }
    private var noisyEpochs: Int { run.size(quick: 1, usual: 5, full: 30) }

    private func accuracies(wrong share: Double, smoothing: Float, epochs: Int) throws -> [Double] {
        let (photos, names, setup) = (try mixPhotos, try mixParts.target.vocabulary, setup(epochs: epochs))
        return try run.overSeedsAtOnce(seeds) { random in
            var chance = SplitMix64(seed: random.state &+ 7)
            let train = photos.filter { !$0.isValid }
            let labels = withWrongLabels(
                train.map { names[$0.label]! }, share: share, classes: names.count, using: &chance)
            let wrong = zip(train, labels).map { photo, label in
                LabelledPhoto(photo: photo.photo, label: names.classes[label], isValid: false, name: photo.name)
            }
            let noisy = try datasets(of: wrong + photos.filter(\.isValid), classes: names)
            return try trained(
                setup, of: noisy, loss: { crossEntropy($0, $1, smoothing: smoothing) }, using: &random
            ).accuracy
        }
    }
}
