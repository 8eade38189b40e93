// # Pixels: the foundation of computer vision
//
// Section 4.1 · After this page you can open an image, see the numbers in it, and cut a piece out.

import Datasets
import Figures
import Foundation
import Notebook
import Tensors

extension DigitClassifier {
    func pixels() throws {
        // NIST, the American institute of standards, collected handwritten digits, and Yann LeCun and his colleagues
        // made a data set for machine learning of them: MNIST. In 1998 they described LeNet-5, which the book counts as
        // the first system that read sequences of handwritten digits well enough to be useful. MNIST is small enough
        // for any computer, and has been everybody's first data set ever since.
        //
        // The task of this chapter is smaller still: is it a three or a seven?
        //
        // The images are PNG files in folders, and the name of the folder is the label. Training and validation
        // images are kept apart from the start, in `train` and `valid`. The book looks around with `path.ls()`,
        // which gives a list of class `L`: first the count, then the first ten names. Ours is called `Listing`.
        // (`show` prints a value, and keeps it for the woven book. `try` marks a call that may fail: here, because
        // a file may be missing. New to Swift? `SwiftForPython.swift` puts it beside Python.)
        // #hide
        if !source.isBooks { show("This run has \(dataName) in place of the book's images.") }
        let threes = try digits.train.names(of: 3)
        show(threes, "train/3")

        // The book's first `ls` lists nine entries: train, valid and labels.csv, and leftovers that nobody needs here
        // (cleaned.csv, item_list.txt, trained_model.pkl, models, export.pkl, history.csv).
        show(try entries(), "How many entries the folders have")
        // #hide
        let strays = try digits.train.ignored + digits.valid.ignored
        // #hide
        if strays > 0 { show("\(strays) other files among the images were skipped.") }

        // The names are sorted, so that `threes[1]` is the same image for everybody. They are sorted as text, character
        // by character from the left, not as numbers:
        let inOrder = ["1007.png", "10000.png", "10.png"].sorted()
        show(
            inOrder, "in the order of text",
            predict: .choice(
                "Sorted as text, which one comes in the middle?", ["10.png", "1007.png", "10000.png"],
                answer: inOrder[1]))

        // A PNG file holds an image in a compressed form, and one line reads it. (Digits that don't come as files, such
        // as generated ones, have been written to one first.)
        let file = try fileOfSecondThree()
        let image = try readImages([file])[0]
        show(image.shape, "the image in \(file.lastPathComponent), \(try Data(contentsOf: file).count) bytes as PNG")

        // And here it is, drawn. (The book's `show_image`.)
        show(picture(image), "A handwritten three")

        // To a computer this is a table of numbers. Each is a *pixel*, a byte from 0 (white, here) to 255 (black). Rows
        // count from the top, columns from the left, both from 0; a range does not include its end:
        show(image[4..<10, 4..<10], "rows 4 to 9, columns 4 to 9")

        // The book shows this piece twice, as a NumPy array and as a PyTorch tensor. Here, plain Swift arrays would be
        // the other way. They hold the same bytes, but know nothing about rows and columns:
        let rows = (4..<10).map { image[$0, 4..<10].scalars }
        show(rows[3], "row 7 as a plain array")

        // Print every number on a background as dark as the number says, and the top of the three appears:
        show(PixelTable(image[4..<15, 4..<22], rowsFrom: 4, columnsFrom: 4), "Numbers and picture in one")

        // How many pixels are there in all?
        show(
            "\(image.shape), \(image.count) pixels, from \(image.scalars.min()!) to \(image.scalars.max()!)",
            predict: .count("How many pixels does an image have?", image.count))

        // 28 times 28 is 784. (The book's text says 768 in one place.)
        //
        // Before you go on, think about how *you* would have a computer tell a 3 from a 7 by these numbers: what to
        // look for, how to find it, how to decide.
    }

    // MARK: Helpers

    /// The number of entries in each folder, the book's and ours.
    private func entries() throws -> TextTable {
        func ours(_ folder: String) throws -> Int? {
            guard source.isBooks, let root = source.folder else { return nil }
            return try Listing(of: root.appending(path: folder)).count
        }
        var table = TextTable(["folder", "in the book", "in this run"])
        table.add("mnist_sample", 9, try ours(""))
        table.add("train", 2, try ours("train"))
        table.add("train/3", 6131, try trainBytes.threes.shape[0])
        table.add("train/7", 6265, try trainBytes.sevens.shape[0])
        return table
    }

    /// The file of the second three. If the digits don't come as the book's files, it is written first.
    private func fileOfSecondThree() throws -> URL {
        let name = try digits.train.names(of: 3).names[1]
        if source.isBooks, let folder = source.folder { return folder.appending(path: "train/3/\(name)") }
        try FileManager.default.createDirectory(at: run.figureFolder, withIntermediateDirectories: true)
        let file = run.figureFolder.appending(path: "three-\(name)")
        try Raster(try trainBytes.threes[1]).writePNG(to: file)
        return file
    }
}
