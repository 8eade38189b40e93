// # Labels from the names of folders
//
// Section 19.1 · After this page you can turn names into numbers, and cut a list in two with a mask and its inverse.

import Figures
import Foundation
import Notebook
import Tensors

// The label of a picture is the name of its folder. The book takes it from every path with `Self.parent.name`. This
// `Self`, with a capital S, belongs to the library fastcore, and the whole is a function: it is short for Python's
// `lambda o: o.parent.name`. In Swift this is part of the language. A *key path* is a backslash and the members, and it
// goes wherever a function of the item is wanted, checked by the compiler:

extension LearnerFromScratch {
    func labelsAreFolders() throws {
        let names = try files.map(\.parent.name)
        show(names.count, "labels, one for each picture")
        show(Array(names.prefix(3)), "labels of the first three")

        // `map` makes a new list of what a function, or a key path, gives for each item. fastai's list `L` has it as a
        // method, like most of what we need here, and like Swift's arrays. (`L.range(x)` is the list 0, 1, … up to the
        // length of x. Here it is `x.indices`.)
        show(["cat", "horse", "ox"].map(\.count), "map, with the key path of the number of characters")
        show(Array(["cat", "horse", "ox"].indices), "the indices of three items")

        // Without the backslash you would write a closure. It says the same:
        show(try files.map { $0.parent.name } == names, "the same with a closure")
    }
}

// A net wants numbers. So each name gets one: its place in the list of all names, each mentioned once. We need the
// list, `unique`, and the way back from a name to its place, `valueToIndex`:

extension Sequence where Element: Hashable {
    /// Every element once, in the order in which they first occur. (fastai's `L.unique`.)
    public func unique() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}

extension Collection where Element: Hashable {
    /// From an element to its place; of equal elements the last place counts. (fastai's `L.val2idx`.)
    public func valueToIndex() -> [Element: Int] {
        Dictionary(enumerated().map { ($1, $0) }, uniquingKeysWith: { _, last in last })
    }
}

extension LearnerFromScratch {
    func numbersForLabels() throws {
        let labels = try files.map(\.parent.name).unique()
        let numbers = labels.valueToIndex()
        show(numbers, "from name to number (the book's v2i)")
        show(labels.indices.allSatisfy { numbers[labels[$0]] == $0 }, "labels[numbers[name]] is the name again")

        // How many pictures has each? Whoever gave every picture the label of the largest class would be right about
        // that share of them: the baseline that any net has to beat.
        let counts = Dictionary(grouping: try files, by: \.parent.name).mapValues(\.count)
        var table = TextTable(["label", "number", "in the book", "pictures"])
        for (number, label) in labels.enumerated() { table.add(label, number, booksNumbers[label], counts[label]) }
        // #hide
        if !source.isBooks { show("The book's column is empty, since these are not the book's classes.") }
        show(table, "The classes of \(dataName)")
        let largest = Float(counts.values.max() ?? 0) / Float(try files.count)
        show(largest, "share of the largest class")
        record("labels/classes", labels.count, book: 10, on: source)
    }
}

// (A number says nothing about its class. Any order would do, as long as it stays the same. Ours comes from sorted
// paths and the book's from its file system, so the same class has another number there.)
//
// Last, the split. The folder above the label's says where a picture belongs: `train`, or `val`, `valid`, `test`, as
// the data set likes. We ask each file whether it is for training, and get a list of true and false, a *mask*. What we
// want of a mask are two things, to be turned around and to choose from a list. NumPy writes them `~mask` and
// `files[mask]`. So do we; `[Bool]` has neither, and both take a line:

extension [Bool] {
    /// True where this is false. (Python's `~` on a mask of `L`, NumPy or PyTorch.)
    public static prefix func ~ (marks: [Bool]) -> [Bool] { marks.map { !$0 } }
}

extension Array {
    /// The elements at which the mask is true. It must have as many entries as there are elements.
    public subscript(_ marks: [Bool]) -> [Element] {
        require(marks.count == count, "\(count) elements by a mask of \(marks.count)", "every element needs an entry")
        return zip(self, marks).filter(\.1).map(\.0)
    }
}

extension LearnerFromScratch {
    func masksAndTheirInverse() throws {
        let letters = ["a", "b", "c", "d", "e"]
        let mask = [true, true, false, true, false]
        show(
            letters[~mask], "letters[~mask]",
            predict: .choice(
                "mask is true for a, b and d. What is letters[~mask]?",
                [#"["a", "b", "d"]"#, #"["c", "e"]"#, #"["e", "d"]"#], answer: #"["c", "e"]"#))

        // The same for our files. (The book's `train_filt`.)
        let isTrain = try files.map { $0.parent.parent.name == "train" }
        let (train, valid) = (try files[isTrain], try files[~isTrain])
        record("split/train", train.count, book: 9469, on: source)
        record("split/valid", valid.count, book: 3925, on: source)
        show(Set(train).isDisjoint(with: valid), "no file is in both")
        show(train.count + valid.count == (try files.count), "and every file is in one of them")

        // Is it `~` for everything? The engine's masks, which come out of comparisons of tensors, are turned around
        // with `.!`, since there the dot says "element by element":
        let numbers = Tensor([3, -1, 4, -1, 5])
        show(numbers[.!(numbers .< 0)], "the numbers that are not negative")

        // In Python, `~` works on `L`, on NumPy's arrays and PyTorch's tensors of truth values, and on the columns of
        // a data frame, but not on a plain list. On numbers it means something else, in Python as in Swift: it turns
        // around every bit. So ~0 is -1, and ~1 is -2. Both count as true in Python, and that has bitten many people.
        show([~0, ~1], "~0 and ~1", predict: .numbers("What are ~0 and ~1, of whole numbers?", [~0, ~1]))
    }

    // MARK: Helpers

    /// The numbers that the book's ten classes got, by their WordNet ids, in the order in which its files were found.
    private var booksNumbers: [String: Int] {
        [
            "n03417042", "n03445777", "n03888257", "n03394916", "n02979186", "n03000684", "n03425413", "n01440764",
            "n03028079", "n02102040",
        ].valueToIndex()
    }
}
