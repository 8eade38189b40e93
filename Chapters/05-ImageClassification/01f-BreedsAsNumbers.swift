// # Breeds as numbers
//
// Section 5.1 · After this page you can turn labels into numbers and back, and know what happens to a label that the
// training set does not have.

import Figures
import Foundation
import Notebook
import Tensors
import Vision

// A net gives numbers, a probability for each class, so the classes need numbers as well. The usual way: all labels
// that occur, each once, sorted; the number of a class is its place. `labelNumbers` does it by hand. It compares code
// by code, as Python does, so that the order is the same on every machine and in every language:

/// Each label once, sorted by the codes of its letters, and the number of each. (What the book's `Categorize` learns.)
public func labelNumbers(_ labels: some Sequence<String>) -> (classes: [String], numbers: [String: Int]) {
    let classes = Set(labels).sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
    return (classes, Dictionary(uniqueKeysWithValues: zip(classes, classes.indices)))
}

extension ImageClassification {
    func sortedBreeds() {
        // The book's 37 breeds. Those of cats are written with a capital, those of dogs are not:
        let (classes, numbers) = labelNumbers(BookPets.breeds)
        show(elided(classes, most: 14), "the book's breeds, sorted")
        let bulldog = numbers["american_bulldog"]!
        record(
            "vocabulary/american-bulldog", bulldog, book: 12,
            ask: "The book has 12 breeds of cats. Which number does american_bulldog get, the first of the dogs?")

        // So with this order a number below 12 is a cat. In the order of a dictionary, which does not care for
        // capitals, cats and dogs would be mixed:
        let dictionary = BookPets.breeds.sorted { $0.lowercased() < $1.lowercased() }
        show(dictionary.firstIndex(of: "american_bulldog")!, "the place of american_bulldog in a dictionary")

        // The engine's `Vocabulary` does the same, and is part of every trained model: without it, nobody could say
        // what an output of number 12 means.
        let vocabulary = Vocabulary(BookPets.breeds)
        show(vocabulary.classes == classes && vocabulary["american_bulldog"] == bulldog, "the engine says the same")
    }

    func unknownLabels() throws {
        // A vocabulary is made of the labels of the *training set*. A label that occurs nowhere but in the validation
        // set has no number. With thousands of photos that does not happen; with a few of each breed it does. Here the
        // last of five photos is for validation, and it is the only pug:
        let names = ["boxer_1.jpg", "boxer_2.jpg", "beagle_1.jpg", "beagle_2.jpg", "pug_1.jpg"]

        // `block` is a plan for these five names, whose classes are given or not:
        func block(_ target: CategoryBlock) -> DataBlock<URL, CategoryBlock> {
            DataBlock(target: target, splitter: .index([4]), getY: breedOf)
        }
        let files = names.map { URL(filePath: $0, relativeTo: nil) }
        do { _ = try block(CategoryBlock()).datasets(of: files) } catch {
            show(
                "\(error)".replacing(files[4].deletingLastPathComponent().path + "/", with: ""),
                "a breed that nobody has learned")
        }

        // It is good that this is said. A net that has no output for a pug will be wrong about it every time. If the
        // classes are known beforehand, they can be given, and then the pug has a number, and will count as a mistake:
        let labels = try files.map(breedOf)
        let sets = try block(CategoryBlock(Vocabulary(labels))).datasets(of: files)
        show(sets.target.vocabulary.classes.joined(separator: ", "), "with the vocabulary of all five")
        show(sets.valid.labels[0], "the number of pug")
    }

    func breedsOfThisRun() throws {
        // This run's photos, all that can be read, have these breeds. How many of them are not in the training set?
        let sets = try plan.datasets(of: try photos)
        let learned = Set(sets.train.values)
        let lost = try breeds.classes.filter { !learned.contains($0) }
        show(elided(try breeds.classes, most: 40), "breeds of the photos of \(dataName)")
        record("vocabulary/breeds-with-no-photo-to-learn-from", lost.count)

        // Whatever that number is, the programs of this chapter give the vocabulary of all photos. Exercise 5.3 divides
        // photos such that no breed is left out.
    }
}
