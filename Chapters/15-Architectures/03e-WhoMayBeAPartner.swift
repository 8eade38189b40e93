// # Who may be a partner?
//
// Section 15.3 · After this page you can find two mistakes that make a judge of pairs too kind: photos of both sets in
// one pair, and partners that betray the answer.

import Common
import Figures
import Notebook
import Tensors
import Vision

// In the book, the partner of a photo is drawn from *all* photos, also for validation. So four in five of the pairs
// that judge the net have a second photo that it has learned from. The first photo of a pair may be new; of the second
// one, the net may simply remember what breed it is. That is a leak. Here, `Partners` gets the photos of one set alone.
// How much kinder is the other judge?

extension Architectures {
    func mixedPairs() throws {
        let all = try pairPhotos
        let everybody = Partners(all.classes, among: all.train + all.valid)
        let mixed = fixedPairs(all.valid, everybody, times: 4, seed: 2)
        let learned = Set(all.train)
        let leaky = share(of: mixed.map { learned.contains($0.second) })
        record(
            "leak/judging-pairs-with-a-photo-from-training", leaky,
            predict: .share(
                "Partners are drawn from all photos, four fifths of which are for training. In which share of the judging pairs has the net seen a photo?",
                leaky, within: .plusMinus(0.1)))

        // The same nets, judged by both kinds of pairs. And by pairs of which both photos have been learned from, which
        // says how much they know by heart:
        let within = try judgedPairs
        let known = fixedPairs(all.train, Partners(all.classes, among: all.train), seed: 3)
        let nets = try netsOfPairs
        // `judged` is the accuracy of each net:
        func judged(_ pairs: [PhotoPair]) throws -> [Double] { try nets.map { try $0.accuracy(pairs) } }
        let (clean, kind, heart) = (try judged(within), try judged(mixed), try judged(known))
        var table = TextTable(["the judge's pairs", "accuracy"], decimals: 3)
        table.add("both photos are new", Spread(clean))
        table.add("the second may be from training", Spread(kind))
        table.add("both are from training", Spread(heart))
        show(table, "The same \(counted(nets.count, "net")) before three judges, \(petName)")
        record("leak/accuracy-of-a-clean-judge", over: clean)
        record(
            "leak/accuracy-of-a-leaky-judge", over: kind,
            predict: .change(
                "The judge's pairs may have a photo from training in second place. Is the accuracy smaller or larger than with new photos only?",
                from: Spread(clean).mean, to: Spread(kind).mean))
        // #hide
        show(
            Spread(kind).mean > Spread(clean).mean
                ? "The leaky judge is kinder, by \(points(Spread(kind).mean - Spread(clean).mean))."
                : "Here the leaky judge is not kinder: the nets know hardly more of photos that they have learned from."
        )
    }
}

// The second mistake is smaller, and harder to see. The book draws the other *breed* first and then a photo of
// it. Where all breeds have as many photos, that makes no difference. But where three breeds have most of them,
// a partner from one of the many small breeds nearly always means “different”: whoever sees the second photo
// alone can do well, without any comparing. `bestOfOneSide` is the accuracy of a judge who sees nothing but the
// second photo's breed, and always says what is right more often for it.

/// The accuracy of a judge who knows the class of a pair's second photo, and nothing of the first.
public func bestOfOneSide(_ pairs: [PhotoPair], _ classes: [Int]) -> Double {
    let groups = Dictionary(grouping: pairs) { classes[$0.second] }.values
    let right = groups.map { group in
        let same = group.count { $0.isSame }
        return max(same, group.count - same)
    }
    return Double(right.reduce(0, +)) / Double(max(pairs.count, 1))
}

extension Architectures {
    func partnersThatTell() throws {
        let all = try pairPhotos
        let (partners, times) = (Partners(all.classes, among: all.train), 20)
        let byPhoto = fixedPairs(all.train, partners, times: times, seed: 4)
        var random = SplitMix64(seed: 5)
        let byBreed = (0..<times).flatMap { _ in
            all.train.map { drawnByBreed($0, all.classes, all.train, using: &random) }
        }
        let (photo, breed) = (bestOfOneSide(byPhoto, all.classes), bestOfOneSide(byBreed, all.classes))
        record("one-side/partners-drawn-among-photos", photo)
        record("one-side/partners-drawn-breed-first", breed)
        // #hide
        show(
            breed > photo + 0.02
                ? "In \(petName), a pair's second photo alone says much if its breed is drawn first."
                : "In \(petName) all breeds have about as many photos, so both ways are alike.")
    }
}

// MARK: Helpers

/// A pair as the book draws it: if it is to be different, first another class, then a photo of it.
private func drawnByBreed(
    _ photo: Int, _ classes: [Int], _ photos: [Int], using random: inout SplitMix64
) -> PhotoPair {
    let isSame = Bool.random(using: &random)
    let others = Set(photos.map { classes[$0] }).subtracting([classes[photo]]).sorted()
    let wanted = isSame ? classes[photo] : others.randomElement(using: &random)!
    return PhotoPair(photo, photos.filter { classes[$0] == wanted }.randomElement(using: &random)!, isSame: isSame)
}

/// "2.3 points"
private func points(_ difference: Double) -> String { "\((1000 * difference).rounded() / 10) points" }
