// # Several things, or none
//
// Section 6.1 · After this page you can recognize a multi-label problem, and know the table that comes with its photos.

import Figures
import Foundation
import Notebook
import Tabular
import Tensors
import Vision

// The bear classifier of chapter 2 has a flaw that many people complain of: show it a photo without any bear, and it
// says grizzly, black or teddy nevertheless. It has to. Its net was trained to choose exactly one of three classes, and
// "none of these" is not among them. Nor can it say "a grizzly and a black bear".
//
// Where a photo may show several of the things that one looks for, or none, the problem is called *multi-label
// classification*. In practice it is the more common one: of a photo that somebody takes with a phone, nobody knows
// beforehand that it shows exactly one of your classes. Strangely, few people use it when they should, though it needs
// nothing new. The net remains as it is. Only the targets and the loss are others.

extension OtherVisionProblems {
    func aFewPhotos() throws {
        // The photos of this chapter show any of twenty things. Here are some, with all their labels. (`photoOf` says
        // where the file of a photo is, `labelsOf` what is on it. Section 6.2 writes both.)
        let some = try somePhotos
        show(
            ImageGrid(
                try some.map { try Photo(photoOf($0), atLeast: 200).raster },
                titles: some.map { $0.labels.isEmpty ? "nothing" : labelsOf($0).joined(separator: ", ") }, columns: 4,
                cellSize: 220), "Photos of \(dataName), and what is on them")
        // #hide
        if source.folder == nil {
            show("There are no photos with several labels on this machine: this run has \(dataName).")
        }

        // What is called "a thing" is a matter of the list of classes. There may be a tree on a photo whose labels say
        // nothing of it, because trees are not among the twenty. And a photo with two cars has the label `car` once:
        // the question is what is there, not how often.
    }

    func theTable() throws {
        // The book's photos are those of a competition, PASCAL VOC 2007. What they show stands in a table, a file
        // `train.csv`, in place of folders or names of files. Its first rows are these:
        let text = """
            fname,labels,is_valid
            000005.jpg,chair,True
            000007.jpg,car,True
            000009.jpg,horse person,True
            000012.jpg,car,False
            000016.jpg,bicycle,True
            """
        let book = try DataFrame(csvText: text)
        show(book.head(), "The first five rows of the book's table")

        // `DataFrame` of the module `Tabular` reads such files. It is called as in pandas, Python's library for tables,
        // which the book uses. The photo is a file in the folder `train`. Its labels are one text, with spaces between.
        // And `is_valid` says whether the photo is one for validation: somebody has divided the photos already. This
        // is the table of this run:
        let frame = try scenes.frame
        show(frame.head(), "The first five rows of \(try scenes.table.lastPathComponent) of \(dataName)")
        record("table/rows", frame.rowCount, book: 5011, differs: differentPhotos, on: source)
        record("table/columns", frame.columnCount, book: 3, on: source, ask: "How many columns has such a table?")
        show(frame["is_valid"].kind, "the type of the column is_valid, as its texts tell")

        // A table may name photos that are missing or broken. They are passed over, and named:
        let problems = try photoProblems
        let some = try problems.prefix(3).map { try scenes.shortText("\($0)") }
        show(
            problems.isEmpty ? "none" : "\(problems.count): " + some.joined(separator: "\n"), "photos passed over")
    }
}

// MARK: Helpers

extension OtherVisionProblems {
    /// What keeps this run from having the book's numbers of photos; nil if nothing does.
    var differentPhotos: String? { source.name == "pascal_2007" ? nil : "other photos" }

    /// Eight photos with different numbers of labels, spread over the table.
    private var somePhotos: [LabelledPhoto] {
        get throws {
            let byCount = Dictionary(grouping: try photos) { labelsOf($0).count }
            let many = [0, 1, 2, 3, 1, 2, 4, 1].enumerated().compactMap { place, count in
                byCount[count].map { $0[place * $0.count / 8] }
            }
            return many
        }
    }
}
