// # Zeros and ones
//
// Section 6.2 · After this page you can turn any number of labels into as many numbers for every photo, and back.

import Figures
import Foundation
import Notebook
import Tensors
import Vision

// One photo has one label, another four, a third none. As lists of numbers of classes they would be of different
// lengths, and a tensor cannot hold them. So each photo gets twenty numbers, one for each class: 1 where the class is
// on the photo, 0 where it is not. With a single 1 it is called *one-hot*; with any number of them the book keeps the
// name, and some say *multi-hot*. By hand:

/// 1 for each class that is among the labels, 0 for the others; nil for a label that is not a class.
public func multiHot(_ labels: [String], classes: [String]) -> Tensor? {
    guard labels.allSatisfy(classes.contains) else { return nil }
    return Tensor(classes.map { labels.contains($0) ? 1 : 0 })
}

// For the way back, it takes the places of the ones, and then the classes at these places. The book's vocabulary can be
// asked for several places at once, `dls.vocab[[1, 3]]`. In Swift an array takes one place at a time, but it is easily
// taught:

extension Array {
    /// The elements at several places, in their order. (The book's indexing of `L` and of vocabularies by a list.)
    subscript(places: [Int]) -> [Element] { places.map { self[$0] } }
}

extension OtherVisionProblems {
    func twentyNumbers() throws {
        // The book's twenty classes, in alphabetical order:
        let names = BookPascal.classes
        show(names.joined(separator: ", "), "the vocabulary")
        let target = multiHot(["person", "horse"], classes: names)!
        show(target, "horse and person")
        show(
            target.sum().item, "its sum",
            ask: "A photo shows a horse and a person. What is the sum of its twenty numbers?")
        show(multiHot([], classes: names)!.sum().item, "the sum for a photo that shows nothing")
        show(multiHot(["unicorn"], classes: names) == nil, "a label that is no class has no such row")

        // The first photo to learn from that the book shows has its only 1 at place 11, another at place 6:
        record(
            "vocabulary/dog", names.firstIndex(of: "dog")!, book: 11)
        show(names[[11, 6]], "classes at the places 11 and 6")
    }

    func blocksAtLast() throws {
        // **State 5.** Now blocks: a photo goes in, several classes come out. `MultiCategoryBlock` of the engine learns
        // the vocabulary from the labels to learn from and makes rows of zeros and ones.
        let block = DataBlock(
            target: MultiCategoryBlock(try classes), items: { _ in [LabelledPhoto]() }, splitter: .random(seed: 42),
            getX: photoOf, getY: labelsOf)
        let sets = try block.datasets(of: try photos)
        let (photo, label) = (try sets.train.photos[try shown].opened(), sets.train.labels[try shown])
        show("\(photo.size.width) × \(photo.size.height)", "state 5: the photo, in pixels")
        show(label, "state 5: its target")
        show(
            label.shape, "the target's shape", ask: "What is the shape of the target of one photo, with twenty classes?"
        )
        show(
            label.scalars == multiHot(sets.train.values[try shown], classes: try classes.classes)?.scalars,
            "by hand, the same")

        // **State 6.** What do these numbers mean? The places of the ones, and the vocabulary at these places:
        let places = (label .== 1).nonzero().scalars
        show(places, "places of the ones")
        show(try classes.classes[places], "state 6: decoded")
        show(sets.train.values[try shown], "what the table says")
    }

    func aTextInPlaceOfAList() throws {
        // A trap for users of Python. `CategoryBlock` takes one text for each photo, and makes one number of it.
        // `MultiCategoryBlock` wants a *list* of texts. Give it a text, and it takes that for a list as well: of
        // letters. Then the vocabulary of two photos with the texts `car` and `cat` is this, and the training runs
        // without a word:
        let letters = Vocabulary(["car", "cat"].flatMap { $0.map { String($0) } })
        show(
            letters.classes, "the classes, if texts are taken for lists",
            predict: .count("How many different letters are in car and cat?", letters.count))

        // In Swift the two blocks have labels of different types, `String` and `[String]`, and the compiler refuses a
        // plan whose function gives the other. What it cannot know is whether the texts in the list are what you mean:
        // look at the vocabulary.
        let one = try CategoryBlock(Vocabulary(BookPascal.classes)).label(of: "dog")
        let many = try MultiCategoryBlock(Vocabulary(BookPascal.classes)).label(of: ["dog"])
        show(
            "\(one), and a row of \(many.count) numbers",
            "the target of a dog, as one of the classes and as a list of classes")
    }
}
