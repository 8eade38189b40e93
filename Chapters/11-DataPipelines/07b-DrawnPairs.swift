// # Pairs that are drawn
//
// Section 11.7 · After this page you can write a transform that draws its items, anew in training and once and
// for all in validation.

import Figures
import Foundation
import Notebook
import Tensors
import Training
import Vision

// The list holds files, and one transform makes a pair of each: it looks for a partner. With a chance of one half of
// the same breed, else of another one, which is drawn first, so that rare breeds are drawn as often as others. Then
// it draws a file of that breed.
//
// In training, a new partner at every reading makes for variety. For the validation files, partners are drawn once,
// when the transform is made: two nets must get the same questions to be compared.

/// Makes a pair of a file, with a partner that it draws. (The book's `SiameseTransform`.)
public struct PairedWithAnother: RandomTransform {
    /// Whom a partner may be drawn from.
    public enum Partners: Sendable { case all, ownPart }
    typealias Partner = (file: URL, isSame: Bool)

    /// The classes and their files for a training file, and for a validation file.
    let trainFiles: [String: [URL]], validFiles: [String: [URL]]
    let label: @Sendable (URL) throws -> String
    /// The partners of the validation files.
    let fixed: [URL: Partner]

    /// - Parameter partners: the book draws from all files; see what that means on the page about leaks.
    public init(
        _ files: [URL], splits: (train: [Int], valid: [Int]), partners: Partners = .ownPart,
        label: @escaping @Sendable (URL) throws -> String, using random: inout SplitMix64
    ) throws {
        func grouped(_ places: [Int]) throws -> [String: [URL]] {
            try Dictionary(grouping: places.map { files[$0] }, by: label)
        }
        let all = Array(files.indices)
        trainFiles = try grouped(partners == .all ? all : splits.train)
        validFiles = try grouped(partners == .all ? all : splits.valid)
        self.label = label
        var fixed: [URL: Partner] = [:]
        for place in splits.valid {
            fixed[files[place]] = try Self.draw(for: label(files[place]), of: validFiles, using: &random)
        }
        self.fixed = fixed
    }

    /// A partner for a file of a class. (The book's `_draw`.)
    static func draw(
        for name: String, of files: [String: [URL]], using random: inout SplitMix64
    ) throws -> Partner {
        let others = files.keys.filter { $0 != name }.sorted()
        let isSame = random.uniform() < 0.5 && files[name] != nil || others.isEmpty
        let drawn = isSame ? name : others[Int(random.uniform() * Double(others.count))]
        guard let candidates = files[drawn], !candidates.isEmpty else {
            throw TransformProblem("there is no partner of the class \(drawn)")
        }
        return (candidates[Int(random.uniform() * Double(candidates.count))], isSame)
    }

    /// The partner of a file: the one that was drawn for it, else a new one.
    func partner(of file: URL, using random: inout SplitMix64) throws -> Partner {
        try fixed[file] ?? Self.draw(for: label(file), of: trainFiles, using: &random)
    }

    public func callAsFunction(
        _ file: URL, isTraining: Bool, using random: inout SplitMix64
    ) throws -> SiamesePair<OpenedPhoto> {
        let partner = try partner(of: file, using: &random)
        return SiamesePair(try file.opened(), try partner.file.opened(), isSame: partner.isSame)
    }
}

// `pairs` is the list of this run, and `petSplits` has its training set and its validation set:

extension DataPipelines {
    /// Training set and validation set, a fifth of all photos. (The book's `RandomSplitter`.)
    var petSplits: (train: [Int], valid: [Int]) {
        get throws { try Splitter<URL>.random(seed: 42)(try petFiles) }
    }

    /// Pairs of the photos of this run. (The book's `tls`.)
    var pairs: TransformedList<URL, SiamesePair<OpenedPhoto>> {
        get throws {
            try run.once {
                var random = run.random
                let (files, splits) = (try petFiles, try petSplits)
                let draw = try PairedWithAnother(files, splits: splits, label: breedOf, using: &random)
                return try TransformedList(files, splits: splits) { draw }
            }
        }
    }

    func drawnPairs() throws {
        // One pipeline makes the whole item already, so a list is enough, and no tuples are needed.
        let (list, name) = (try pairs, pets.name)
        var random = run.random
        let drawn = try (0..<4).map { _ in try list.train.item(0, using: &random) }
        show(
            ImageGrid(drawn.map(\.raster), titles: drawn.map(\.title), columns: 2, cellSize: 360),
            "The first training file at four readings, on \(name)")
        let (files, breed) = (try Dictionary(grouping: petFiles, by: breedOf), try breedOf(try petFiles[0]))
        let flags = try (0..<2000).map { _ in
            try PairedWithAnother.draw(for: breed, of: files, using: &random).isSame
        }
        let share = Double(flags.count(where: \.self)) / 2000
        record(
            "pairs/share-of-the-same-breed", share, book: 0.5, differs: "2,000 draws; the book names the chance",
            predict: .share("Which share of the pairs is of the same breed, about?", share, within: .plusMinus(0.05)))
    }

    func fixedPairs() throws {
        // Validation files always have the same partner, whatever the generator says:
        let (list, name) = (try pairs, pets.name)
        var (one, two) = (SplitMix64(seed: 1), SplitMix64(seed: 2))
        let same = try (0..<min(20, list.valid.count)).allSatisfy { place in
            try list.valid.item(place, using: &one).raster == list.valid.item(place, using: &two).raster
        }
        show(
            same, "20 validation pairs, read twice, are the same",
            ask: "Are the validation pairs the same at every reading?")
        try show(list.valid, at: 0, "The first validation pair, on \(name)")
    }
}
