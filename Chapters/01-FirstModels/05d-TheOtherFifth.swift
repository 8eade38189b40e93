// # The fifth that is held back
//
// Section 1.5 · After this page you know what a validation set is for, and what a seed does.

import Common
import Figures
import Notebook
import Tensors
import Vision

// `splitter: .random(share: 0.2, seed: 42)` sets a fifth of the photos aside, the *validation set*. The model never
// learns from it; it serves only to find out how good the model is. The rest is the *training set*. It matters so much
// that the book's library makes one even if you forget to ask for it, a random fifth. Which fifth? That is up to
// chance, but to a chance that can be repeated:

extension FirstModels {
    func whichFifth() throws {
        let count = 1000
        let items = Array(0..<count)
        let (a, again, other) = (
            try Splitter<Int>.random(seed: 42)(items), try Splitter<Int>.random(seed: 42)(items),
            try Splitter<Int>.random(seed: 43)(items)
        )
        show(a.valid.prefix(8).map(\.self), "the first items that seed 42 holds back, of 1,000")
        show(again.valid == a.valid, "a second time, the same ones")
        let shared = Set(a.valid).intersection(other.valid).count
        show(
            shared, "of the 200, seed 43 holds back as well",
            predict: .number(
                "Of the 200 that seed 42 holds back, about how many does seed 43 hold back, too? (Within 15.)",
                Double(shared), within: .plusMinus(15)))
        show(
            Set(a.valid).isDisjoint(with: a.train) && a.valid.count + a.train.count == count, "nothing is lost or twice"
        )
        show(Int(0.2 * 7390), "photos in the book's validation set", ask: "A fifth of 7,390, rounded down?")

        // So with a seed, whatever changes from one training to the next is due to what you have changed, and not to
        // another split.
    }

    func theSplitMatters() throws {
        // How much would another split have changed? Take many of them, and train the last part anew for each:
        let features = try features
        let count = features.labels.count
        let splits = run.overSeedsAtOnce(run.size(quick: 3, usual: 20)) { random -> (train: Double, valid: Double) in
            let order = random.permutation(count)
            let (held, learned) = (Array(order[..<(count / 5)]), Array(order[(count / 5)...]))
            let head = features.head(from: learned, using: &random)
            return (features.accuracy(head, on: learned), features.accuracy(head, on: held))
        }
        let (train, valid) = (splits.map { $0.train }, splits.map { $0.valid })
        show(
            Chart("One split is one draw", x: "split", y: "right") {
                Points(train.indices, train, "photos learned from", colour: .grey)
                Points(valid.indices, valid, "photos held back", colour: .vermilion)
                Rule(y: Spread(valid).mean, "mean of those held back")
            }, "\(counted(splits.count, "split")) of \(count) photos (\(dataName)), and the last part trained on each")
        record("splits/accuracy-on-photos-held-back", over: valid)
        record("splits/accuracy-on-photos-learned-from", over: train)
        show(
            Spread(train).mean > Spread(valid).mean, "on photos that it learned from it is better",
            predict: .yesNo(
                "Is the model better on photos that it has learned from than on others?",
                Spread(train).mean > Spread(valid).mean))
    }
}
