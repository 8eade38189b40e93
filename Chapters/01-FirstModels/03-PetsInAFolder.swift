// # A data set of pets
//
// Section 1.3 · After this page you have seen what your first model will learn from.

import Figures
import Foundation
import Notebook
import Vision

// A *data set* is a heap of examples: photos, e-mails, prices, sounds, whatever one wants to learn from. The one of
// this section is a folder of pets. The book's is the Oxford-IIIT Pet data set: 7,390 photos of cats and dogs of 37
// breeds. (Where the book runs its first program, it says 7,349. Its results are shares of 1,478 photos, a fifth of
// 7,390.)

extension FirstModels {
    func theData() throws {
        let photos = try photos
        record(
            "data/photos", photos.count, book: 7390,
            differs: photos.count == 7390 ? nil : "this run has \(photos.count) photos")
        let some = (0..<min(10, photos.count)).map { photos[$0 * photos.count / min(10, photos.count)] }
        show(
            ImageGrid(
                try some.map { try Photo($0, atLeast: 200).raster }, titles: some.map(\.lastPathComponent), columns: 5,
                cellSize: 200), "Some of the photos (\(dataName)), with the names of their files")
    }

    func whatHappensAtFirst() throws {
        // What will happen when the program of the next page runs for the first time? Three things:
        var table = TextTable(["", "what", "and the next time"])
        table.add("1", "the photos are fetched and unpacked, or generated", "they are there")
        table.add("2", "a net is fetched that has learned from other pictures", "it is there")
        table.add("3", "that net learns what you want it to know", "it learns again")
        show(table, "The first run, and those after it")
        // So a second call for the data (the book's `untar_data`) does no work at all:
        var times = TextTable(["call", "milliseconds"], decimals: 3)
        times.add("the first, which looks at each photo", try milliseconds { _ = VerifiedPhotos(try self.photos) })
        times.add("any later one", try milliseconds { _ = try photos })
        show(times, "Two calls for the photos, in milliseconds")

        // In the book you do all this in a *notebook*, a page of cells with prose or code. Run a cell, and what it
        // computes stands below it. Here a page is a file, and `show` puts a value below its line:
        show(1 + 1, ask: "What stands below a cell with 1 + 1?")
        // The book comes with a second version of its notebooks, without prose and results. Go through it and say
        // what each cell will show before you run it. `swift run ch01 --predict` is that here: it stops before it shows
        // something, and asks you.
    }
}
