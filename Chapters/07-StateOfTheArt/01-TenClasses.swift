// # Ten classes that are easy to tell apart
//
// Section 7.1 · After this page you know why people who build nets like a small data set, and what is in this one.

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Vision

// For many years three data sets were what new ideas about pictures were tried on. MNIST is small, and so is CIFAR-10;
// but what helps there often does nothing on photographs. ImageNet is what counts, and one training on it took days.
// So it was thought that only laboratories with much money could find out anything new. Imagenette was made against
// that, in about three hours: ten classes of ImageNet that are as different from one another as possible. Ideas that
// worked on the ten often worked on the thousand, and it took minutes to see it.
//
// The lesson is general. **The data that you are given are rarely the data to try ideas on.** Take so few of them, or
// so small a net, that a trial takes a couple of minutes, and try ten ideas in the time of one.

extension StateOfTheArt {
    func fourDataSets() throws {
        var table = TextTable(["data set", "pictures", "size in pixels", "classes"])
        table.add("ImageNet", "1.3 million", "about 500 wide, all shapes", 1000)
        table.add("MNIST", "70,000 (the book: 50,000)", "28 × 28, grey", 10)
        table.add("CIFAR-10", "60,000", "32 × 32, colour", 10)
        table.add("Imagenette", "13,394", "as in ImageNet", 10)
        let (photos, sizes) = (try self.photos, try sizesOfPhotos)
        table.add(dataName, photos.count, sizes, try classes.count)
        show(table, "Where ideas about pictures are tried; the last row is what this run learns from")
        show(
            try classes.joined(separator: ", "), "the classes of \(dataName)")
        // #hide
        if let first = try source.contents.problems.first {
            show("\(try source.contents.problems.count), the first: \(first)", "files that were passed over")
        }
    }
}

// (`swift run data get imagenette2-160` fetches a version of Imagenette in which the shorter side has 160 pixels.
// Photos of your own can stand in its place: a folder with `train` and `val`, a folder for each class in both.)
//
// The label of a photo is the name of its folder, which `parentFolder` of section 5.1 reads (the book's
// `parent_label`), and the folder above says which part it belongs to. A first look, two photos of each class:

extension StateOfTheArt {
    func aLookAtThem() throws {
        let train = try photos.filter { !$0.isValid }
        let shown = try classes.prefix(10).flatMap { name in train.filter { $0.label == name }.prefix(2) }
        show(
            ImageGrid(
                try shown.map { try $0.photo.opened().photo().raster }, titles: shown.map(\.label), columns: 5,
                cellSize: 150),
            "Two photos of each class of \(dataName), as they are in their files")
        let (train0, valid) = (try parts.train, try parts.valid)
        var table = TextTable(["part", "photos", "of the largest class", "of the smallest class"])
        for (name, part) in [("to learn from", train0), ("for validation", valid)] {
            let counts = Dictionary(grouping: part.labels) { $0 }.values.map(\.count)
            table.add(name, part.count, counts.max(), counts.min())
        }
        show(table, "The two parts")
        record(
            "classes/majority", try majorityShare,
            predict: .share(
                "Somebody always says the same class. Which share of the validation photos can they be right about, at most?",
                try majorityShare, within: .plusMinus(0.03)))
    }
}

// Whatever is said to work has to beat that. And it has to be measured on the same photos each time. The block of the
// book's chapter does not say which photos are for validation, and so a fifth of all is drawn at random, every time
// that `get_dls` is called. In its tables every accuracy is some number of correct answers out of 2678, a fifth of the
// 13,394 photos; but never the same 2678. Two of its tables cannot be compared, then, as closely as their six digits
// suggest, and section 7.3 shows that it is worse than that. We leave the two parts as the folders say. A little
// arithmetic first with what the book prints. `countBehind` finds the number of right answers behind an accuracy, as in
// section 2.3:

extension StateOfTheArt {
    func countsBehindTheBook() throws {
        let printed = [BookTrainings.baseline, BookTrainings.normalized, BookTrainings.small, BookTrainings.large]
            .joined().map { $0[2] }
        show(
            printed.count { countBehind(rate: $0, of: BookTrainings.valid) != nil },
            "of the \(printed.count) accuracies in the book's tables are so many right answers of 2678")
        record(
            "book/right-answers-of-the-baseline", countBehind(rate: 0.825243, of: BookTrainings.valid)!,
            predict: .count("The baseline's accuracy is 0.825243, of 2678 photos. How many answers are right?", 2210))
        // The folder `val` of Imagenette has 3,925 photos. Had it been used, the same number would not be possible:
        show(
            countBehind(rate: 0.825243, of: 3925) == nil,
            "no number of right answers of 3925 gives 0.825243")
        // With n photos and a true accuracy p, chance alone moves what is measured by √(p (1 - p) / n) up or down:
        let p = 0.825243
        show(fixed((p * (1 - p) / 2678).squareRoot(), 4), "so much for the book's 2678 photos")
        let n = try parts.valid.count
        show(fixed((0.5 * 0.5 / Double(n)).squareRoot(), 4), "and for this run's \(n), at an accuracy of a half")
    }

    // MARK: Helpers

    /// "60 × 60 to 90 × 60"
    private var sizesOfPhotos: String {
        get throws {
            let all = try photos
            let sizes = try stride(from: 0, to: all.count, by: max(all.count / 400, 1)).map {
                try all[$0].photo.opened().size
            }
            let (narrow, wide) = (sizes.map(\.width).min()!, sizes.map(\.width).max()!)
            let (low, high) = (sizes.map(\.height).min()!, sizes.map(\.height).max()!)
            return narrow == wide && low == high
                ? "\(wide) × \(high)" : "\(narrow) to \(wide) wide, \(low) to \(high) high"
        }
    }
}
