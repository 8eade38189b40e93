// # Worst first
//
// Section 2.4 · After this page you can look through a data set in the order in which looking pays.

import Figures
import Foundation
import Notebook
import Tensors
import Vision

// It sounds like the wrong way round: first clean the data, then train. Most people do it like that. But a net that was
// trained quickly, on data as they are, is the best assistant you can have for cleaning. It has an opinion on every
// photo, and where its opinion and the label are far apart, somebody should look.
//
// Who looks needs little: the photos of one kind, the worst first, and for each a mark. The mark says that the photo is
// to be kept, deleted, or given another label.

/// What is to become of a photo.
public enum CleaningMark: Sendable, Equatable, Codable {
    case keep, delete
    case change(to: String)
}

// The book's library has this as a panel of a notebook. It has a choice of the kind and of the set, training or
// validation, then the photos, and a menu below each. `ImageClassifierCleaner` is the same without the panel. It knows
// all photos and their losses, sorts, and collects marks. It touches no file: what it gives you are places in a list,
// and what happens to the files is your decision. (The next page has that.)

/// Photos in the order of their losses, and marks for them. (The book's `ImageClassifierCleaner`.)
public struct ImageClassifierCleaner: Sendable {
    /// A photo, and what the net says of it.
    public struct Item: Sendable, Equatable {
        /// Its file.
        public let file: URL
        public let part: DatasetPart
        public let actual: String, predicted: String
        /// Of what was predicted.
        public let probability: Float
        public let loss: Float

        public init(
            file: URL, part: DatasetPart, actual: String, predicted: String, probability: Float, loss: Float
        ) {
            (self.file, self.part, self.actual, self.predicted) = (file, part, actual, predicted)
            (self.probability, self.loss) = (probability, loss)
        }
    }

    public let items: [Item]
    public let categories: [String]
    /// By the photo's place in `items`; without a mark it is kept.
    public private(set) var marks: [Int: CleaningMark] = [:]

    public init(_ items: [Item], categories: [String]) { (self.items, self.categories) = (items, categories) }

    /// The photos of one kind in one set, those with the largest loss first. Equal ones are in the order of `items`.
    /// - Parameters:
    ///   - category: nil for all kinds.
    ///   - part: nil for both sets.
    public func worst(_ category: String? = nil, _ part: DatasetPart? = nil) -> [Int] {
        items.indices.filter {
            (category == nil || items[$0].actual == category) && (part == nil || items[$0].part == part)
        }.sorted { (items[$1].loss, $0) < (items[$0].loss, $1) }
    }

    /// Another mark for a photo takes the place of the one before. A change to the label that it has is no change.
    public mutating func mark(_ place: Int, _ mark: CleaningMark) {
        marks[place] = mark == .keep || mark == .change(to: items[place].actual) ? nil : mark
    }

    /// The places of the photos that are to be deleted. (The book's `cleaner.delete()`.)
    public func delete() -> [Int] { marks.keys.filter { marks[$0] == .delete }.sorted() }

    /// The places of the photos that are to be given another label, and which. (The book's `cleaner.change()`.)
    public func change() -> [(place: Int, category: String)] {
        marks.keys.sorted().compactMap { place in
            if case .change(let category)? = marks[place] { (place, category) } else { nil }
        }
    }
}

extension ImageClassifierCleaner {
    /// What a trained net says of the photos that it has learned from, and of those that it is judged by.
    public init(_ learner: VisionLearner<CategoryBlock>) throws {
        let items = try [DatasetPart.train, .valid].flatMap { part in
            let (judged, set) = (try ClassificationInterpretation(learner, on: part), learner.data.dataset(part))
            return Self.items(judged, files: set.names.map { URL(filePath: $0) }, part: part)
        }
        self.init(items, categories: learner.data.target.vocabulary.classes)
    }

    static func items(_ judged: ClassificationInterpretation, files: [URL], part: DatasetPart) -> [Item] {
        files.indices.map { place in
            Item(
                file: files[place], part: part, actual: judged.classes[judged.actual[place]],
                predicted: judged.classes[judged.predicted[place]],
                probability: judged.probabilities[place, judged.predicted[place]].item, loss: judged.losses[place])
        }
    }
}

extension ModelToProduction {
    func worstOfEachKind() throws {
        // For each kind, the photo to learn from that the trained net finds the worst, and the worst of those that it
        // is judged by:
        let cleaner = try ImageClassifierCleaner(trained)
        let places: [Int] = cleaner.categories.flatMap { kind -> [Int] in
            [DatasetPart.train, .valid].compactMap { cleaner.worst(kind, $0).first }
        }
        show(
            ImageGrid(
                try places.map { try Photo(cleaner.items[$0].file, atLeast: 200).raster },
                titles: places.map { place in
                    let item = cleaner.items[place]
                    return "\(item.actual), \(item.part): loss \(String(format: "%.2f", item.loss))"
                }, columns: 2, cellSize: 220), "The worst photo of each kind in each set, \(dataName)")

        // You would see to that in a terminal or in a browser, and not on a page of a book:
        //
        //     swift run ch02 --clean FOLDER               each photo in the terminal, and a key for its mark
        //     swift run ch02 --clean FOLDER --browser     the same as a page in the browser
        //
        // The marks come back as two lists, as in the book. Let us say that somebody deletes the first of these photos,
        // and takes the second for one of the last kind:
        var marked = cleaner
        marked.mark(places[0], .delete)
        if places.count > 1 { marked.mark(places[1], .change(to: cleaner.categories.last!)) }
        show(marked.delete().count, "photos to delete", ask: "How many photos does `delete()` list?")
        show(marked.change().map(\.category).joined(separator: ", "), "new labels, as `change()` lists them")
        show(
            try cleaner.items.allSatisfy { try $0.file.checkResourceIsReachable() }, "all files are still in place",
            ask: "Two photos are marked. Are all files still where they were?")
    }
}
