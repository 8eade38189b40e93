// # What the files are
//
// Section 19.1 · After this page you know what is in all files of this run, and what becomes of those that cannot be
// opened.

import Datasets
import Figures
import Foundation
import Notebook

extension LearnerFromScratch {
    func whatTheFilesAre() throws {
        // Imagenette has grey photographs among its pictures; that is why the book's line has a `convert`. And what of
        // this run? The headers tell, without a single picture being decoded:
        let headers = try files.map { try PictureHeader(of: $0) }
        var table = TextTable(["mode", "files", "height from", "to", "width from", "to"])
        for mode in PictureHeader.Mode.allCases {
            let some = headers.filter { $0.mode == mode }
            guard let first = some.first else { continue }
            let (heights, widths) = (some.map(\.height), some.map(\.width))
            table.add(
                "\(mode)", some.count, heights.min() ?? first.height, heights.max() ?? first.height,
                widths.min() ?? first.width, widths.max() ?? first.width)
        }
        show(table, "The files of \(dataName), by their headers")
        let isMixed = headers.map(\.mode).unique().count > 1
        let differ = headers.map { [$0.width, $0.height] }.unique().count > 1
        show(
            isMixed
                ? "Without a conversion, a batch would fail sooner or later: there are several modes among the files."
                : "All files are alike in mode. A single grey one among your own would end that.")
        show(
            differ
                ? "They differ in size, too, so that has to be made equal as well: section 19.2."
                : "They do not differ in size. Yours will, and section 19.2 sees to that.")
        let digits = try walk(try digitSource.contents)
        show(
            "\(try PictureHeader(of: digits[0]).mode), \(try openPicture(digits[0]).shape)",
            "a file of \(digitSource.name), where every file is grey")
    }
}

// Some files may be beyond help: half of a file, or something else under the name of a picture. A single one should not
// be the end of a training. Whether a file can be opened, only opening it can tell:

/// What is wrong with a file that should be a picture; nil if it can be opened.
public func problem(with file: URL) -> String? {
    do {
        _ = try openAsRGB(file)
        return nil
    } catch {
        return (error as? DatasetError)?.problem ?? "\(error)"
    }
}

extension LearnerFromScratch {
    func whatCannotBeOpened() throws {
        // So that was done with all of them, before anything else, and `files` has those that can be opened. The others
        // are `unreadable`:
        for (file, problem) in try unreadable.prefix(5) { show(problem, "left out: \(file.tail())") }
        show("\(try files.count) of \(try files.count + unreadable.count)", "files that can be opened")
    }
}
